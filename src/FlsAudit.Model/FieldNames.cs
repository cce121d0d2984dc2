namespace FlsAudit.Model;

/// <summary>The few fields that the program itself must know by name, because they place a record or decide a setting of a set: all others are data.</summary>
public static class FieldNames
{
    /// <summary>The episode's number in its registry.</summary>
    public const string RecordId = "record_id";

    /// <summary>The fracture liaison service that sent the record.</summary>
    public const string Site = "site";

    /// <summary>The patient's number in the registry.</summary>
    public const string PatientId = "patient_id";

    /// <summary>The day that puts a record into a period.</summary>
    public const string FractureDate = "fracture_date";

    /// <summary>The day of death, which decides whether a set leaves out deaths before a window closes.</summary>
    public const string DeathDate = "death_date";

    /// <summary>The bone that broke; without it two episodes of a patient cannot be told to be of one fracture.</summary>
    public const string FractureSite = "fracture_site";

    /// <summary>The side of the body; two sides are two fractures.</summary>
    public const string FractureSide = "fracture_side";
}
