using System.Reflection;

namespace FlsAudit.AcceptanceTests.Architecture;

public sealed class PublicSignatureTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Razor makes the class of a page public whether one wants it or not.
    private const string RazorPage = "Microsoft.AspNetCore.Components.ComponentBase";

    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static IEnumerable<string> Libraries => SourceAssemblies.Libraries.Select(assembly => assembly.GetName().Name!);

    [TestCaseSource(nameof(Libraries))]
    public void No_public_signature_shows_a_type_of_a_package(string library)
    {
        var shown =
            from type in Assembly.Load(library).GetExportedTypes()
            where !IsRazorPage(type)
            from used in TypesIn(type).SelectMany(Parts)
            where !IsOursOrTheRuntimes(used.Assembly)
            select $"{type.Name}: {used.FullName}";
        Assert.That(shown.Distinct(), Is.Empty);
    }

    [Test]
    public void The_libraries_are_looked_at() =>
        Assert.That(Libraries, Is.SupersetOf(new[] { "FlsAudit.Model", "FlsAudit.Import", "FlsAudit.Reports", "FlsAudit.Jobs" }));

    [Test]
    public void A_type_of_a_package_would_be_noticed() =>
        Assert.That(Parts(typeof(List<CsvHelper.CsvReader>[])).Where(type => !IsOursOrTheRuntimes(type.Assembly)), Is.EqualTo(new[] { typeof(CsvHelper.CsvReader) }));

    private static IEnumerable<Type> TypesIn(Type type)
    {
        IEnumerable<Type?> types =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(field => field.FieldType),
            .. type.GetConstructors(Declared).Where(IsVisible).SelectMany(Parameters),
            .. type.GetMethods(Declared).Where(IsVisible).SelectMany(method => Parameters(method).Append(method.ReturnType)),
            .. type.IsGenericTypeDefinition ? type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()) : [],
        ];
        return types.OfType<Type>();
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    // A list of arrays of X is made of the list and X.
    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericParameter ? []
        : type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static bool IsOursOrTheRuntimes(Assembly assembly) =>
        assembly.GetName().Name!.StartsWith("FlsAudit.", StringComparison.Ordinal) || Path.GetDirectoryName(assembly.Location) == Runtime;

    private static bool IsRazorPage(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor.FullName == RazorPage) return true;
        return false;
    }
}
