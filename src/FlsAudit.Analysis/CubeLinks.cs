using FlsAudit.Measures;

namespace FlsAudit.Analysis;

/// <summary>Stands in for the count of records that say their patient until cubes hold it; a member of that name goes before it.</summary>
internal static class CubeLinks
{
    public static long Linked(this Cube cube, CellKey key) => cube.Keys.Contains(key) ? 1 : 0;
}
