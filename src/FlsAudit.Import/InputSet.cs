using FlsAudit.Import.Files;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>All files of a request, inspected, with the sites and caseload files set apart.</summary>
internal sealed class InputSet
{
    private readonly FindingLog log;

    public InputSet(ImportRequest request, FindingLog log, SpooledFiles spool)
    {
        this.log = log;
        var inspection = new Inspection(request, log);
        List<InputFile> inputs = [.. InputFiles.List(request.Inputs, log, spool, request.StandardInput)];
        var files = new List<InspectedFile>();
        var given = inputs.Count;
        var found = new List<InspectedFile>();
        Include(inputs, request.SitesFile);
        Include(inputs, request.CaseloadFile);
        LeaveOutCopies(inputs, request);
        foreach (var input in inputs)
        {
            if (IsSame(input, request.NotRead))
            {
                files.Add(new InspectedFile(input, FileKind.Ignored, [], [], null));
                continue;
            }

            FileKind? known = IsSame(input, request.SitesFile) ? FileKind.Sites : IsSame(input, request.CaseloadFile) ? FileKind.Caseload : null;
            var file = inspection.Inspect(input, known);
            if (input.Index < given) found.Add(file);
            if (known is null && file.Kind == FileKind.Sites && request.SitesFile is not null) file = NotUsed(file, "sites");
            if (known is null && file.Kind == FileKind.Caseload && request.CaseloadFile is not null) file = NotUsed(file, "caseload");
            files.Add(file);
        }

        NoteWithoutRecords(found);
        Sites = [.. ReadSides(files, FileKind.Sites, table => SitesFile.Read(table, log))];
        Files = files;
    }

    /// <summary>Every file in the order of submission; sites and caseload files named apart come last.</summary>
    public List<InspectedFile> Files { get; }

    public IReadOnlyList<SiteAlias> Sites { get; }

    public IReadOnlyList<CaseloadRow> Caseload(SiteNames names) =>
        [.. ReadSides(Files, FileKind.Caseload, table => CaseloadFile.Read(table, names, log))];

    private void Include(List<InputFile> inputs, string? path)
    {
        if (path is null) return;
        if (string.IsNullOrWhiteSpace(path))
        {
            log.Add(inputs.Count, "file-not-found", Severity.Error, new Place(null), "The sites or caseload file is an empty text.", "The path of a file; perhaps a variable of the shell is not set.");
            return;
        }

        var file = inputs.Find(input => IsSame(input, path));
        if (file is null) inputs.Add(file = new InputFile(inputs.Count, Path.GetFileName(path), Path.GetFullPath(path), InputFile.FormatOf(path)));
        if (!File.Exists(file.FullPath))
        {
            log.Add(file.Index, "file-not-found", Severity.Error, new Place(file.Path), $"There is no file '{path}'.", "Check the path, and the folder that the command runs in.");
            inputs[file.Index] = file with { Format = ExportFormat.Other, KindUnread = FileKind.Broken };
        }
        else if (file.Format is ExportFormat.Other or ExportFormat.Packed)
        {
            inputs[file.Index] = file with { Format = ExportFormat.Other };
            log.Add(file.Index, "file-not-an-export", Severity.Error, new Place(file.Path), $"'{file.Path}' is not a kind of file that is read.", $"Give a {InputFiles.Extensions} file.");
        }
    }

    // An export that names no site counts for the site of its name, so that a copy under another name would be another site.
    private void LeaveOutCopies(List<InputFile> inputs, ImportRequest request)
    {
        var looked = inputs.Where(input => !IsSame(input, request.SitesFile) && !IsSame(input, request.CaseloadFile));
        foreach (var (file, earlier) in SameContents.In(looked).ToList())
        {
            inputs[file.Index] = file with { Format = ExportFormat.Other };
            log.Add(file.Index, "file-same-content", Severity.Error, new Place(file.Path),
                $"'{file.Path}' holds exactly what '{earlier.Path}' holds; it was not read, and nothing of it counts.", "Each export once; if this is another site, its own export.");
        }
    }

    // Nothing is wrong with such a file, so that without this nobody would hear why there is nothing to count.
    private void NoteWithoutRecords(List<InspectedFile> given)
    {
        if (given.Exists(file => file.Kind is FileKind.Records or FileKind.Broken)) return;
        foreach (var file in given.Where(file => file.Kind is FileKind.Caseload or FileKind.Sites))
        {
            var (what, holds) = file.Kind == FileKind.Caseload ? ("caseload", "the fractures expected at each site") : ("sites", "spellings of sites");
            log.Add(file.Input.Index, "no-export-given", Severity.Error, new Place(file.Input.Path),
                $"'{file.Input.Path}' is a {what} file: it holds {holds} and no records, and no export was given.",
                $"The registry's exports as inputs, files or a folder; the {what} file in that folder or named with --{what}.");
        }
    }

    private InspectedFile NotUsed(InspectedFile file, string what)
    {
        log.Add(file.Input.Index, "side-file-not-used", Severity.Information, new Place(file.Input.Path),
            $"This {what} file was not used, because another one was named.", "Nothing, if the named file holds everything.");
        return file with { Kind = FileKind.Ignored };
    }

    private List<T> ReadSides<T>(List<InspectedFile> files, FileKind kind, Func<SideTable, IReadOnlyList<T>> read)
    {
        var rows = new List<T>();
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].Kind != kind || files[i].Table is not { } table) continue;
            try
            {
                rows.AddRange(read(new SideTable(files[i].Input, table)));
            }
            catch (Exception e) when (BrokenFileException.Covers(e))
            {
                log.Add(files[i].Input.Index, BrokenFileException.FindingAbout(e, files[i].Input.Path));
                files[i] = files[i] with { Kind = FileKind.Broken };
            }
        }

        return rows;
    }

    private static bool IsSame(InputFile file, string? path) => !file.IsUnpacked && !string.IsNullOrWhiteSpace(path) && string.Equals(file.FullPath, Path.GetFullPath(path), StringComparison.Ordinal);
}
