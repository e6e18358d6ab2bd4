namespace AwardArchive.Verification.HeroicMother;

/// <summary>What a person or a fact of the case counts as. Each <see cref="CaseTable"/> uses those that it tells apart.</summary>
internal enum Standing
{
    Nothing = CasePart.Nothing,

    /// <summary>A martyr among her birth children and, where the law treats them alike, her adopted ones.</summary>
    Martyr,
    AdoptedMartyr,

    /// <summary>A martyr whom she raised by the stepmother rule.</summary>
    StepMartyr,

    /// <summary>A war invalid of 81 % or more, no martyr; living, or dead in a way that makes no difference.</summary>
    Invalid,
    InvalidDiedAdult,
    InvalidDiedMinor,

    /// <summary>Any other child.</summary>
    Other,
    AdoptedOther,
    OtherDiedAdult,
    OtherDiedMinor,

    /// <summary>A martyr husband, not remarried after or care confirmed.</summary>
    Husband,

    /// <summary>A martyr husband after whom she remarried, without confirmed care.</summary>
    RemarriedHusband,
    SelfMartyr,
    SelfInvalid,

    /// <summary>Betrayal or prison.</summary>
    Barred,
    EnemySide,
}

/// <summary>A child with every input settled.</summary>
/// <param name="Invalid">Of 81 % or more, with certificate.</param>
internal readonly record struct ChildFacts(Relation Relation, bool Proved, bool Martyr, bool Invalid, Death Death, bool RuleMet);

/// <summary>Of a child who is no martyr.</summary>
internal enum Death
{
    /// <summary>Living, or dead in a way that the law does not ask for.</summary>
    None,

    /// <summary>As a minor, and before the martyr joined the revolution.</summary>
    Minor,
    Adult,
}

/// <summary>Points that the law may read either way; set where the answer is yes.</summary>
[Flags]
internal enum Readings
{
    None = 0,

    /// <summary>Children who died grown up, no martyrs, are left out of the count of children.</summary>
    AdultsLeftOut = 1,

    /// <summary>Children who died as minors are left out of "only two children", as they are of "only child".</summary>
    MinorsLeftOutOfTwo = 2,

    /// <summary>The stepmother rule, written for two martyrs, holds for one.</summary>
    OneStepMartyr = 4,

    /// <summary>Step children count by the stepmother rule.</summary>
    StepChildren = 8,
    AdoptedChildren = 16,

    /// <summary>Betrayal and prison exclude.</summary>
    Exclusions = 32,

    /// <summary>A relative on the enemy side asks for people to look at it.</summary>
    EnemySide = 64,

    /// <summary>A martyr husband after whom she remarried counts only with confirmed care.</summary>
    Remarriage = 128,
}
