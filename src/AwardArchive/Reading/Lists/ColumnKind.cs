namespace AwardArchive.Reading.Lists;

/// <summary>What a column of a list holds.</summary>
internal enum ColumnKind
{
    /// <summary>Something that no entry has a field for.</summary>
    Other,
    Number,
    Name,
    BirthYear,

    /// <summary>The year stands below "Nam" or "Nữ".</summary>
    BirthYearOfMen,
    BirthYearOfWomen,

    /// <summary>A cross below "Nam" or "Nữ".</summary>
    Male,
    Female,
    Sex,
    HomePlace,

    /// <summary>Where somebody lives: the home place if no other column gives it.</summary>
    Residence,
    Service,
    Award,
    Reason,
    Note,
}
