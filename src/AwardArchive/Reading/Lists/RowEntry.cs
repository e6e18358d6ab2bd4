using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Makes entries of rows: each cell its fact, marks of repetition resolved from the row above.</summary>
/// <param name="facts">Of the document's head: the award that rows have when they name none.</param>
internal sealed class RowEntry(DocumentFacts facts)
{
    private const string Source = "list-row/1";
    private const string DittoSource = "list-row-ditto/1";

    /// <summary>Of what another cell than its own says.</summary>
    private const double Elsewhere = 0.8;

    private readonly Dictionary<ColumnKind, Fact> above = [];
    private IReadOnlyList<HeaderCell>? table;
    private Fact? lastAward;
    private Fact? lastClass;

    /// <returns>Null where the row has no name.</returns>
    public AwardEntry? Of(ListRow row)
    {
        // Another table's rows repeat nothing of this one's.
        if (table is not null && table.Count != row.Cells.Count) above.Clear();
        table = row.Cells;
        if (row[ColumnKind.Name] is not { } cell) return null;
        var (words, number) = NumberOf(row, cell);
        if (words.Length == 0) return null;
        // Where a row's words were told to stand too far left, the year stands behind the name.
        var strayYear = row[ColumnKind.BirthYear] is null && words.Length > 2 && words[^1].Text.Count(char.IsAsciiDigit) >= 3 && BirthYearText.Of(words[^1].Text) is { Value.Length: 4 } stray
            ? new TextRun(row.Page, [words[^1]], 0).FactAt(stray.Start, stray.Length, stray.Value, stray.Certainty * Elsewhere, Source) : null;
        if (strayYear is not null) words = words[..^1];
        var run = new TextRun(row.Page, words, 0);
        if (RecipientName.Read(run.Text, isCell: true) is not { } name) return null;

        var (birth, sexOfBirth) = strayYear is null ? BirthOf(row, name) : (strayYear, null);
        var (award, rank) = AwardOf(row);
        var home = TextOf(row, ColumnKind.HomePlace) ?? TextOf(row, ColumnKind.Residence);
        var everything = string.Join(' ', row.Cells.Select(column => row[column.Kind]?.Text));
        return new(NameFact.Of(run, name, row.Certainty, Source), row.Page, row.Box)
        {
            Kind = name.Kind == RecipientKind.Person && row.Above.Who is { } who ? who : name.Kind,
            IsListed = true,
            RowNumber = number,
            BirthYear = birth,
            Sex = SexOf(row, run, name) ?? sexOfBirth,
            HomePlace = home ?? row.Above.Place,
            Service = TextOf(row, ColumnKind.Service),
            Reason = TextOf(row, ColumnKind.Reason),
            Award = award ?? row.Above.Award ?? facts.Award,
            AwardClass = rank ?? row.Above.Class ?? (award is null && row.Above.Award is null ? facts.AwardClass : null),
            IsPosthumous = row.Above.IsPosthumous || Folding.Fold(everything).Contains("truy tang", StringComparison.Ordinal),
        };
    }

    /// <summary>The number in its own column, or before the name; and the words of the name's cell without specks and number.</summary>
    private static (Word[] Name, Fact? Number) NumberOf(ListRow row, TextRun cell)
    {
        var words = cell.Words.Where(word => word.Text.Any(char.IsLetterOrDigit)).ToArray();
        if (row[ColumnKind.Number] is { } column && column.Words.Select(word => (word, Number: RowNumberText.Of(word.Text))).FirstOrDefault(read => read.Number is not null) is { word: { } word, Number: { } own })
            return (WithoutRules(words), NumberFact(row.Page, word, own));
        return words.Length > 1 && words[0].Text.Any(char.IsAsciiDigit) && RowNumberText.Of(words[0].Text) is { } before
            ? (WithoutRules(words[1..]), NumberFact(row.Page, words[0], before)) : (WithoutRules(words), null);
    }

    /// <summary>A table's upright rule beside a cell is read as a letter: "Ì Nguyễn Thị Lạng", "Trần Thị Xuyến K".</summary>
    private static Word[] WithoutRules(Word[] words)
    {
        var first = words.Length > 2 && words[0].Text.Count(char.IsLetterOrDigit) == 1 && FamilyNames.IsCommon(words[1].Text) ? 1 : 0;
        var end = words.Length - first > 2 && Folding.Fold(words[^1].Text) is [not ('a' or 'e' or 'i' or 'o' or 'u' or 'y')] ? words.Length - 1 : words.Length;
        return words[first..end];
    }

    private static Fact NumberFact(int page, Word word, RowNumberText number) =>
        new TextRun(page, [word], 0).FactAt(0, word.Text.Length, $"{number.Value}", number.IsRepaired ? 0.6 : 1, Source);

    private (Fact? Year, Fact? Sex) BirthOf(ListRow row, RecipientName name)
    {
        foreach (var (kind, sex) in (ReadOnlySpan<(ColumnKind, string?)>)[(ColumnKind.BirthYear, null), (ColumnKind.BirthYearOfMen, "male"), (ColumnKind.BirthYearOfWomen, "female")])
        {
            if (row[kind] is not { } cell) continue;
            // The column in which the year stands says the sex.
            var sexFact = sex is null ? null : cell.FactAt(0, cell.Text.Length, sex, row.Certainty, Source);
            if (BirthYearText.Of(cell.Text) is { } year) return (Kept(kind, cell.FactAt(year.Start, year.Length, year.Value, year.Certainty * row.Certainty, Source)), sexFact);
            if (DittoText.Is(cell.Text) && above.TryGetValue(kind, out var same)) return (Repeated(cell, same), sexFact);
        }
        // "Nguyễn Văn A (1932)", "sinh năm 1932" behind the name.
        if (BirthYearText.Of(name.Note.Trim('(', ')', ' ')) is { Certainty: > 0.5 } beside && row[ColumnKind.Name] is { } cellOfName)
        {
            var at = cellOfName.Text.LastIndexOf(name.Note.Trim('(', ')', ' ').Substring(beside.Start, beside.Length), StringComparison.Ordinal);
            if (at >= 0) return (cellOfName.FactAt(at, beside.Length, beside.Value, beside.Certainty * Elsewhere, Source), null);
        }
        return (null, null);
    }

    private (Fact? Award, Fact? Class) AwardOf(ListRow row)
    {
        if (row[ColumnKind.Award] is not { } cell) return (null, null);
        if (DittoText.Is(cell.Text)) return (lastAward is { } award ? Repeated(cell, award) : null, lastClass is { } same ? Repeated(cell, same) : null);
        var mention = AwardNames.Find(cell.Text) is [var first, ..] ? first : default(AwardMention?);
        lastClass = mention is { Class: { } named } whole ? cell.FactAt(whole.Start, whole.Length, named, row.Certainty, Source)
            : RankText.Find(cell.Text, isAlone: mention is null) is { } found ? cell.FactAt(found.Start, found.Length, found.Rank, found.Certainty * row.Certainty, Source)
            : null;
        lastAward = mention is { } known ? cell.FactAt(known.Start, known.Length, known.Name, row.Certainty, Source) : null;
        return (lastAward, lastClass);
    }

    private Fact? TextOf(ListRow row, ColumnKind kind)
    {
        if (row[kind] is not { } cell) return null;
        if (DittoText.Is(cell.Text)) return above.TryGetValue(kind, out var same) ? Repeated(cell, same) : null;
        var value = NormalForm.Of(cell.Text).Trim(' ', '.', ';', '_', '|', '*');
        if (!value.Any(char.IsLetterOrDigit)) return null;
        var fact = cell.FactAt(0, cell.Text.Length, value, row.Certainty, Source);
        if (above.TryGetValue(kind, out var before) && DittoText.Completed(value, before.Value) is { } whole) fact = fact with { Value = whole, Source = DittoSource };
        return Kept(kind, fact);
    }

    private static Fact? SexOf(ListRow row, TextRun name, RecipientName read)
    {
        if (row[ColumnKind.Sex] is { } cell && Folding.Fold(cell.Text.Trim()) is var said && (said is "nam" or "nu"))
            return cell.FactAt(0, cell.Text.Length, said == "nam" ? "male" : "female", row.Certainty, Source);
        if (row[ColumnKind.Male] is { } male) return male.FactAt(0, male.Text.Length, "male", row.Certainty, Source);
        if (row[ColumnKind.Female] is { } female) return female.FactAt(0, female.Text.Length, "female", row.Certainty, Source);
        return read.Sex is (var sex, var start, var length) ? name.FactAt(start, length, sex, row.Certainty, Source) : null;
    }

    private Fact Kept(ColumnKind kind, Fact fact) => above[kind] = fact;

    private static Fact Repeated(TextRun mark, Fact same)
    {
        var written = mark.FactAt(0, mark.Text.Length, same.Value, 1, DittoSource);
        return written with { Confidence = Math.Round(Math.Min(written.Confidence, same.Confidence), 3) };
    }
}
