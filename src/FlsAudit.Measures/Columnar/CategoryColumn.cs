using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures.Columnar;

/// <summary>Puts each record of a batch into its category of one breakdown.</summary>
internal sealed class CategoryColumn
{
    private readonly int slot;
    private readonly int[] registers;

    public CategoryColumn(Breakdown breakdown, Program program, BatchLayout layout)
    {
        slot = breakdown.Field is { } field ? layout.SlotOf(field.Name) : -1;
        registers = breakdown.Field is null ? [.. breakdown.Categories.Select(category => program.Register(category.When!))] : [];
    }

    /// <summary>The position of the category, or <see cref="CellKey.NoCategory"/>.</summary>
    public int Of(RecordBatch batch, sbyte[][] truths, int record)
    {
        if (slot >= 0) return batch.Codes(slot)[record];
        for (var category = 0; category < registers.Length; category++)
        {
            var truth = truths[registers[category]][record];
            if (truth > 0) return category;
            if (truth == 0) return CellKey.NoCategory;
        }

        return CellKey.NoCategory;
    }
}
