namespace AwardArchive.Demo;

/// <summary>The paper.</summary>
internal enum DemoKind
{
    /// <summary>Quyết định of a province, with its list.</summary>
    ProvinceDecision,

    /// <summary>Quyết định of the President granting "Bà mẹ Việt Nam anh hùng", with its list.</summary>
    MotherDecision,

    /// <summary>Quyết định of the State Council (1981-1992): Huân chương Kháng chiến, with its list.</summary>
    StateCouncilDecision,

    /// <summary>Quyết định of the Council of Ministers (1981-1992): Huy chương Kháng chiến, names in the text.</summary>
    MinistersDecision,

    /// <summary>Typewritten Quyết định of an administrative committee before 1976.</summary>
    WartimeDecision,

    /// <summary>Danh sách on its own.</summary>
    RecipientList,

    /// <summary>Tờ trình.</summary>
    Submission,

    /// <summary>Bản khai, form 01a/BMAH.</summary>
    MotherDeclaration,

    /// <summary>Biên bản of the commune's meeting.</summary>
    Minutes,

    /// <summary>Bằng "Tổ quốc ghi công".</summary>
    MeritCertificate,

    /// <summary>Giấy chứng nhận of an order.</summary>
    OrderCertificate,

    /// <summary>Giấy báo tử.</summary>
    DeathNotice,

    /// <summary>Công văn.</summary>
    Letter,

    /// <summary>Danh sách with a table of another make each time: columns in another order, wrapped cells, marks of repetition, headings, no header.</summary>
    VariedList,

    /// <summary>Quyết định for families and collectives, with its list.</summary>
    GroupDecision,

    /// <summary>Quyết định with its recipients in running text.</summary>
    TextDecision,

    /// <summary>Bản khai thân nhân, form 01b/BMAH: a relative declares for a mother who is dead.</summary>
    RelativeDeclaration,

    /// <summary>Bản khai, form 01a/BMAH, its children in a table.</summary>
    DeclarationTable,

    /// <summary>Giấy ủy quyền, form 02/BMAH.</summary>
    PowerOfAttorney,

    /// <summary>Giấy chứng nhận thương binh.</summary>
    InvalidCertificate,

    /// <summary>Tờ trình that names mothers and their martyrs in its text.</summary>
    MothersSubmission,
}

/// <summary>What time and the scanner did to the paper.</summary>
internal enum DemoLevel
{
    /// <summary>White paper, straight, no noise.</summary>
    Clean,

    /// <summary>A little skew, blur and noise; JPEG of middle quality.</summary>
    Office,

    /// <summary>Yellowed, stained, unevenly lit, faded, the other side shining through, a seal over the signature.</summary>
    Old,

    /// <summary>204 × 196 dpi, black and white, broken strokes.</summary>
    Fax,
}

/// <summary>The file. A page of level <see cref="DemoLevel.Fax"/> has its own resolution and is black and white in any of them.</summary>
internal enum DemoContainer
{
    /// <summary>The official form: colour, 200 dpi, one JPEG a page in a PDF.</summary>
    PdfColor,

    /// <summary>300 dpi, gray JPEG in a PDF.</summary>
    PdfGray,

    /// <summary>300 dpi, black and white, Group 4 in a PDF.</summary>
    PdfGroup4,

    /// <summary>300 dpi, gray, one page.</summary>
    Jpeg,

    /// <summary>300 dpi, gray, one page.</summary>
    Png,

    /// <summary>300 dpi, gray.</summary>
    TiffLzw,

    /// <summary>300 dpi, gray.</summary>
    TiffJpeg,

    /// <summary>300 dpi, black and white.</summary>
    TiffGroup4,

    /// <summary>Text with embedded fonts, no image; for level <see cref="DemoLevel.Clean"/>.</summary>
    BornDigitalPdf,
}

/// <summary>One demo document, fully: the same spec gives the same bytes wherever Skia and the fonts are the same.</summary>
/// <param name="Seed">Of names, dates, numbers, and of every speck of dust.</param>
/// <param name="Rows">Recipients in its list; null lets the seed choose.</param>
/// <param name="Turned">Whether each page lies turned by 90, 180 or 270 degrees, as the seed chooses.</param>
internal sealed record DemoSpec(DemoKind Kind, DemoLevel Level, DemoContainer Container, ulong Seed, int? Rows = null, bool Turned = false);
