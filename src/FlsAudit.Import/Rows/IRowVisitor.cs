using FlsAudit.Import.Cells;

namespace FlsAudit.Import.Rows;

/// <summary>Looks at the rows of an export one after the other. Each thread that reads the export has its own.</summary>
internal interface IRowVisitor<out TResult>
{
    TResult Visit<TCells>(TCells cells)
        where TCells : ICells;
}
