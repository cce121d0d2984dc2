using FlsAudit.Model;

namespace FlsAudit.Import.Files;

/// <summary>
/// Lists the files of the inputs in the order of submission: the inputs in the order given, and inside a folder or archive by ordinal path. Only archives
/// are opened, and unpacked.
/// </summary>
internal sealed class InputFiles
{
    public const string Extensions = ".csv, .tsv, .txt, .xlsx or .xls";

    private const string PackedOr = ", alone or in .zip or .gz";

    private const int HeadOfManifest = 5;

    private readonly List<InputFile> files = [];
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<(int Index, string Code, string Name)> empty = [];
    private readonly FindingLog log;
    private readonly SpooledFiles spool;

    private readonly string? standardInput;

    private InputFiles(FindingLog log, SpooledFiles spool, string? standardInput)
    {
        this.log = log;
        this.spool = spool;
        this.standardInput = standardInput;
    }

    /// <summary>The files; those that cannot be an export have the format other, and their finding is in the log.</summary>
    /// <param name="inputs">Files and folders in the order given.</param>
    /// <param name="log">Gets the findings.</param>
    /// <param name="spool">Takes what comes packed.</param>
    /// <param name="standardInput">What <see cref="StandardInput.Mark"/> stands for; null when it stands for a file of that name.</param>
    public static IReadOnlyList<InputFile> List(IReadOnlyList<string> inputs, FindingLog log, SpooledFiles spool, string? standardInput = null)
    {
        var list = new InputFiles(log, spool, standardInput);
        foreach (var input in inputs) list.AddInput(input);
        list.NoteEmpty();
        return list.files;
    }

    /// <summary>Whether a name is that of what belongs to people or programs and never holds records: nobody needs to be told that it was not read.</summary>
    public static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || name.Equals("manifest.json", StringComparison.OrdinalIgnoreCase)
        || name.Equals("organisation.yaml", StringComparison.OrdinalIgnoreCase);

    private void AddInput(string input)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            log.Add(files.Count, "file-not-found", Severity.Error, new Place(null), "An input is an empty text.", "The path of a file or folder; perhaps a variable of the shell is not set.");
            return;
        }

        if (standardInput is not null && input == StandardInput.Mark)
        {
            AddStandardInput(standardInput);
            return;
        }

        var full = Path.GetFullPath(input);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(full));
        if (Directory.Exists(full))
        {
            var found = new List<string>();
            Walk(full, full, found);
            foreach (var path in found.Order(StringComparer.Ordinal)) AddFound(full, name, path);
            if (found.TrueForAll(path => InputFile.FormatOf(path) == ExportFormat.Other)) empty.Add((files.Count, "folder-empty", name));
            return;
        }

        var file = Add(name, "", full);
        if (file is null) return;
        if (!File.Exists(full))
            Refuse(file, "file-not-found", $"There is no file or folder '{input}'.", "Check the path, and the folder that the command runs in.");
        else if (file.Format == ExportFormat.Packed)
            Unpack(file, InputFile.IsGzip(full), _ => InputFile.InnerFormatOf(full));
        else if (file.Format == ExportFormat.Other)
            Refuse(file, "file-not-an-export", $"'{name}' is not a kind of file that is read.", $"Give {Extensions} files{PackedOr}; save other workbooks as .xlsx.");
    }

    // It has no name to tell its format by.
    private void AddStandardInput(string copy)
    {
        if (Add(StandardInput.Name, "", copy) is not { } file) return;
        files[file.Index] = file = file with { Format = ContentFormat.Of(copy) };
        if (file.Format == ExportFormat.Packed) Unpack(file, ContentFormat.IsGzip(copy), ContentFormat.Of);
    }

    // When there is nothing else, it is the reason why nothing can be done.
    private void NoteEmpty()
    {
        var severity = files.Exists(file => file.Format != ExportFormat.Other) ? Severity.Warning : Severity.Error;
        foreach (var (index, code, name) in empty)
        {
            var (what, other) = code == "folder-empty" ? ("folder", "folder") : ("archive", "file");
            log.Add(index, code, severity, new Place(name), $"The {what} '{name}' holds no export{(what == "archive" ? "; archives in archives are not opened" : "")}.", $"Put {Extensions} files there, or give the {other} that has them.");
        }
    }

    private void AddFound(string folder, string folderName, string relative)
    {
        var file = Add(relative, folderName, Path.Combine(folder, relative));
        if (file is { Format: ExportFormat.Other }) NoteIgnored(file);
        if (file is { Format: ExportFormat.Packed }) Unpack(file, InputFile.IsGzip(file.FullPath), _ => InputFile.InnerFormatOf(file.FullPath));
    }

    private void NoteIgnored(InputFile file) =>
        log.Add(file.Index, "file-ignored", file.MayHoldRecords ? Severity.Warning : Severity.Information, new Place(file.Path),
            $"'{file.Path}' was not read.", $"Exports are {Extensions} files{PackedOr}; save other workbooks as .xlsx, and unpack other archives and archives in archives.");

    // The last file listed is the packed one; its files take its place.
    private void Unpack(InputFile file, bool isGzip, Func<string, ExportFormat> formatOfContent)
    {
        var packed = new PackedFile(file.FullPath, spool);
        try
        {
            if (isGzip)
            {
                var copy = packed.Unpack();
                var format = formatOfContent(copy);
                files[file.Index] = file with { Format = format, Content = copy };
                if (format == ExportFormat.Packed) throw new BrokenFileException("file-truncated", "What is packed is packed itself; archives in archives are not opened.", "An export packed once.");
                return;
            }

            var members = packed.Members();
            files.RemoveAt(file.Index);
            foreach (var member in members) AddMember(file, member);
            if (members.All(member => member.Content is null)) empty.Add((file.Index, "archive-empty", file.Path));
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            log.Add(file.Index, BrokenFileException.FindingAbout(e, file.Path));
            files[file.Index] = file with { Format = ExportFormat.Other, KindUnread = FileKind.Broken };
        }
    }

    // An archive may hold two files of one name.
    private void AddMember(InputFile archive, ArchiveMember member)
    {
        var name = $"{archive.Path}/{member.Name}";
        for (var n = 2; !names.Add(name); n++) name = FormattableString.Invariant($"{archive.Path}-{n}/{member.Name}");
        var format = member.Content is null ? ExportFormat.Other : InputFile.FormatOf(member.Name);
        var file = new InputFile(files.Count, name, archive.FullPath, format) { Content = member.Content ?? archive.FullPath, Archive = archive.Path };
        files.Add(file);
        if (format == ExportFormat.Other) NoteIgnored(file);
    }

    private InputFile? Add(string relative, string folderName, string full)
    {
        if (seen.TryGetValue(full, out var earlier))
        {
            log.Add(files.Count, "file-given-twice", Severity.Information, new Place(earlier), $"'{earlier}' was given twice and is read once.", "Give each file once.");
            return null;
        }

        var name = relative;
        if (!names.Add(name))
        {
            name = folderName.Length == 0 ? Path.GetFileName(Path.GetDirectoryName(full)) + "/" + relative : folderName + "/" + relative;
            for (var n = 2; !names.Add(name); n++) name = FormattableString.Invariant($"{folderName}-{n}/{relative}");
        }

        var file = new InputFile(files.Count, name, full, InputFile.FormatOf(full));
        seen.Add(full, name);
        files.Add(file);
        return file;
    }

    private void Refuse(InputFile file, string code, string message, string expected)
    {
        log.Add(file.Index, code, Severity.Error, new Place(file.Path), message, expected);
        files[file.Index] = file with { Format = ExportFormat.Other, KindUnread = File.Exists(file.FullPath) ? FileKind.Ignored : FileKind.Broken };
    }

    private void Walk(string root, string folder, List<string> found)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder))
                if (!IsPassedOver(Path.GetFileName(path))) found.Add(Relative(root, path));
            foreach (var inner in Directory.EnumerateDirectories(folder))
            {
                if (Path.GetFileName(inner).StartsWith('.') || IsOwnReport(inner)) continue;
                if (new DirectoryInfo(inner).LinkTarget is null) Walk(root, inner, found);
                else NoteLink(Relative(root, inner));
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            var name = Relative(root, folder);
            log.Add(files.Count, "folder-not-readable", Severity.Error, new Place(name), $"The folder '{name}' cannot be read.", "Ask for the right to read it.");
        }
    }

    // A report that was written into the folder of its exports is no export, or the same command would not give the same result twice.
    private static bool IsOwnReport(string folder)
    {
        var manifest = Path.Combine(folder, "manifest.json");
        return File.Exists(manifest) && File.ReadLines(manifest).Take(HeadOfManifest).Any(line => line.Contains("\"tool\": \"flsaudit\"", StringComparison.Ordinal));
    }

    private void NoteLink(string name) =>
        log.Add(files.Count, "folder-link-not-followed", Severity.Information, new Place(name), $"'{name}' is a link to a folder and was not followed.",
            "Nothing, if the folder holds no exports; otherwise give it as an input of its own.");

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
