namespace FlsAudit.Model;

/// <summary>What a text that says who somebody is can be.</summary>
public enum IdentifierKind
{
    /// <summary>A name, alone or with a day or year of birth.</summary>
    Name,

    /// <summary>A number that a country or a health service gives to a person for life.</summary>
    NationalNumber,

    /// <summary>A number that a hospital gives to a patient.</summary>
    HospitalNumber,

    /// <summary>A street address.</summary>
    Address,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>An e-mail address.</summary>
    EMail,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>A day of birth.</summary>
    DateOfBirth,
}

/// <summary>
/// The headings of columns that say who patients are. Case, accents, white space and punctuation do not count, nor do numbers before the words, and words that
/// are written together count as apart where a capital letter begins one.
/// </summary>
/// <param name="Kind">What stands in such a column.</param>
/// <param name="Whole">Headings that say so as a whole; with another word beside it they mean something else.</param>
/// <param name="Within">Words that say so wherever they stand in a heading.</param>
public sealed record IdentifierHeadings(IdentifierKind Kind, IReadOnlyList<string> Whole, IReadOnlyList<string> Within);
