namespace AwardArchive.Verification.ResistanceAward;

/// <summary>
/// Whether a person is named in any resistance award, for the confirmation of art. 68 of decree 131/2021/NĐ-CP: also one whom only the award
/// dossier names (clause 3). Pure: the same case gives the same verdict.
/// </summary>
internal static class ResistanceAwardRules
{
    private const int Entry = 0;

    private static readonly ConfirmationLaw[] Versions =
        [new(new(2022, 2, 15), "Nghị định 131/2021/NĐ-CP, có hiệu lực từ 15-02-2022", "Nghị định 131/2021/NĐ-CP, Điều 68", "Nghị định 131/2021/NĐ-CP, Điều 68 khoản 3")];

    /// <exception cref="BadCaseException">The day is before the first law.</exception>
    public static NamedVerdict Judge(NamedCase named)
    {
        var law = LawInForce.On(Versions, named.AsOf);
        EntryReading[] readings = [.. named.Entries.Select(entry => EntryReading.Of(named.Person, entry))];
        CasePart[] parts = [.. readings.Select(OfEntry), OfSearch(named.SearchComplete)];
        var completions = new Completions<NamedResult>(
            parts, enough: [1], openPoints: 0, (tally, _) => new(tally[Entry] > 0 ? NamedResult.Named : NamedResult.NotNamed, Cases: 0));
        var result = completions.Results.Count == 1 ? completions.Results.Single() : NamedResult.NotEnoughEvidence;
        MissingInput[] missing = [.. completions.DecisiveInputs().Select(input => new MissingInput(input, WhyMissing(input)))];
        JudgedEntry[] entries = [.. named.Entries.Zip(readings, (entry, reading) => (entry, reading)).Select((both, at) =>
            new JudgedEntry($"entries[{at}]", both.reading.Award, both.entry.Source, both.entry.Reference, both.reading.Names, both.reading.Why))];
        var onlyDossier = result == NamedResult.Named && entries.Where(entry => entry.Names == true).All(entry => entry.Source == EntrySource.Dossier);
        return new(result, law.Name, [onlyDossier ? law.DossierArticle : law.Article], entries, missing, [], Explain(named, law, result, onlyDossier, entries, missing));
    }

    private static CasePart OfEntry(EntryReading reading, int at)
    {
        var inputs = new PartInputs($"entries[{at}].");
        var resistance = inputs.Of("award", reading.IsResistance);
        var person = inputs.Of("samePerson", reading.IsPerson);
        return inputs.Complete(completion => resistance(completion) && person(completion) ? Entry : CasePart.Nothing);
    }

    /// <summary>A search that is not finished stands for "as found, or one more entry that names the person".</summary>
    private static CasePart OfSearch(bool? complete)
    {
        var inputs = new PartInputs("");
        var finished = inputs.Of("searchComplete", complete == true ? true : null);
        return inputs.Complete(completion => finished(completion) ? CasePart.Nothing : Entry);
    }

    private static string WhyMissing(string input) => input[(input.LastIndexOf('.') + 1)..] switch
    {
        "award" => "không đọc được là hình thức khen thưởng nào; hãy xem bản quét và ghi tên đúng.",
        "samePerson" => "chưa rõ có phải người này hay không; hãy đối chiếu năm sinh, quê quán, rồi ghi kết luận.",
        _ => "chưa tra hết các quyết định, danh sách và hồ sơ liên quan; có thể còn mục khác.",
    };

    private static string Explain(
        NamedCase named, ConfirmationLaw law, NamedResult result, bool onlyDossier, IReadOnlyList<JudgedEntry> entries, IReadOnlyList<MissingInput> missing) => string.Join('\n',
    [
        $"Xét theo {law.Name}, vào ngày {LawInForce.Written(named.AsOf)}: {named.Person.Name} có tên trong Huân chương hoặc Huy chương Kháng chiến nào không.",
        "Kết quả: " + result switch
        {
            NamedResult.Named when onlyDossier => "có tên, nhưng chỉ trong hồ sơ khen thưởng (Điều 68 khoản 3).",
            NamedResult.Named => "có tên.",
            NamedResult.NotNamed => "không có tên trong các mục đã tra.",
            _ => "chưa đủ chứng cứ để kết luận.",
        },
        .. entries.Select(entry =>
            $"- {entry.Input}{(entry.Reference is null ? "" : $" ({entry.Reference})")}: {entry.Award ?? "không rõ hình thức"}: {entry.Why}"),
        .. missing.Select(input => $"- còn thiếu {input.Input}: {input.Why}"),
        "Chưa kiểm chứng Điều 68 có được sửa đổi sau năm 2022 hay không (câu hỏi 9).",
        "Máy chỉ đối chiếu tên với giấy tờ đã nêu; việc xác nhận thuộc cơ quan có thẩm quyền.",
    ]);

    private sealed record ConfirmationLaw(DateOnly From, string Name, string Article, string DossierArticle) : ILawVersion;
}
