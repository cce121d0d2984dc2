using FlsAudit.Model;

namespace FlsAudit.UnitTests.Model;

public sealed class RecordBatchTests
{
    [Test]
    public void Clearing_a_record_forgets_who_it_is_and_leaves_the_others()
    {
        var batch = new RecordBatch(new BatchLayout([]), 2, withRecordIds: true, withPatients: true);
        for (var record = 0; record < 2; record++) (batch.RecordIds![record], batch.Patients![record]) = ("r", UInt128.One);

        batch.Clear(0);

        Assert.That(batch.RecordIds, Is.EqualTo((string?[])[null, "r"]));
        Assert.That(batch.Patients, Is.EqualTo((UInt128[])[UInt128.Zero, UInt128.One]));
    }

    [Test]
    public void Emptying_a_batch_forgets_who_its_records_were()
    {
        var batch = new RecordBatch(new BatchLayout([]), 1, withRecordIds: true, withPatients: true) { Count = 1 };
        (batch.RecordIds![0], batch.Patients![0]) = ("r", UInt128.One);

        batch.Empty();

        Assert.That((batch.Count, batch.RecordIds[0], batch.Patients[0]), Is.EqualTo((0, (string?)null, UInt128.Zero)));
    }
}
