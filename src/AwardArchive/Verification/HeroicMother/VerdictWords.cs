namespace AwardArchive.Verification.HeroicMother;

/// <summary>Puts what was worked out into the verdict that people read and defend.</summary>
internal sealed class VerdictWords(MotherCase mother, LawVersion law)
{
    /// <summary>The line before the facts, which who shows them otherwise leaves out with all that follows.</summary>
    public const string FactsHeading = "Dữ kiện đã dùng:";

    private const string Limits =
        "Máy chỉ đối chiếu điều kiện với giấy tờ đã nêu; việc xét, đề nghị và quyết định thuộc cơ quan có thẩm quyền.";

    /// <param name="inAll">The cases that hold in every completion, a bit each.</param>
    /// <param name="inSome">The cases that hold in at least one.</param>
    public MotherVerdict Of(MotherResult result, int inAll, int inSome, IReadOnlyList<string> missing, IReadOnlyList<OpenPoint> open)
    {
        var met = Cases(inAll);
        var possible = Cases(inSome);
        MissingInput[] inputs = [.. missing.Select(input => new MissingInput(input, MissingWords.Why(input)))];
        OpenQuestion[] questions = [.. open.Select(point => new OpenQuestion(point.Question, point.Why))];
        string[] lines =
        [
            $"Xét theo luật có hiệu lực vào ngày {LawInForce.Written(mother.AsOf)}: {law.Name}.",
            $"Kết quả: {Conclusion(result, met, possible)}",
            .. result == MotherResult.Excluded ? [] : law.Table.Cases.Select((_, at) => CaseLine(at, inAll, inSome)),
            FactsHeading,
            .. ClaimWords.Of(mother).Select(line => $"- {line}"),
            .. Section("Mục chưa rõ, làm thay đổi kết quả:", inputs.Select(input => $"{input.Input}: {input.Why}")),
            .. Section("Điểm luật chưa rõ, làm thay đổi kết quả:", questions.Select(question => $"câu hỏi {question.Number}: {question.Why}")),
            .. ReliesOnCircular(result) ? ["Chưa kiểm chứng Thông tư liên tịch 03/2014 còn hiệu lực sau Nghị định 83/2025/NĐ-CP hay không (câu hỏi 1)."] : Array.Empty<string>(),
            Limits,
        ];
        var shown = result is MotherResult.Eligible or MotherResult.Refer ? met : [];
        return new(result, [.. shown.Select(one => one.Name)], law.Name, Articles(result, met, possible), inputs, questions, string.Join('\n', lines));
    }

    private IReadOnlyList<LawCase> Cases(int bits) => [.. law.Table.Cases.Where((_, at) => (bits >> at & 1) == 1)];

    private string Conclusion(MotherResult result, IReadOnlyList<LawCase> met, IReadOnlyList<LawCase> possible) => result switch
    {
        MotherResult.Eligible when met.Count == 0 =>
            $"đáp ứng điều kiện dù điểm chưa rõ ngả theo hướng nào, nhưng mỗi hướng theo một trường hợp khác nhau ({Names(possible)}).",
        MotherResult.Eligible => $"đáp ứng điều kiện theo trường hợp {Names(met)}.{Beyond(met, possible)}",
        MotherResult.Refer =>
            $"chuyển người có thẩm quyền xem xét. Đáp ứng điều kiện theo trường hợp {Names(met.Count > 0 ? met : possible)}, nhưng có chồng hoặc con tham gia phía địch: "
            + $"phải xem {law.Rules.EnemySideChecks}.",
        MotherResult.NotEligible => "không đáp ứng điều kiện của trường hợp nào; không điểm chưa rõ nào làm thay đổi được kết quả này.",
        MotherResult.Excluded when mother.Betrayal == true => "thuộc trường hợp không xét: phản bội, đầu hàng địch hoặc có hành vi chống cách mạng.",
        MotherResult.Excluded => "thuộc trường hợp không xét: đang chấp hành án tù (kể cả án treo).",
        _ => "chưa đủ chứng cứ để kết luận." + (met.Count > 0 ? $" Trường hợp {Names(met)} đã được đáp ứng, nhưng còn mục chưa rõ làm thay đổi kết quả." : ""),
    };

    private static string Beyond(IReadOnlyList<LawCase> met, IReadOnlyList<LawCase> possible) =>
        possible.Count > met.Count ? $" Tùy điểm chưa rõ, có thể còn theo trường hợp {Names([.. possible.Except(met)])}." : "";

    private string CaseLine(int at, int inAll, int inSome)
    {
        var one = law.Table.Cases[at];
        var state = (inAll >> at & 1, inSome >> at & 1) switch { (1, _) => "đáp ứng", (_, 1) => "chưa đủ chứng cứ", _ => "không đáp ứng" };
        return $"- Trường hợp {one.Name} ({one.Condition}): {state}. Căn cứ: {string.Join("; ", Citable(one.Articles))}.";
    }

    private IReadOnlyList<string> Articles(MotherResult result, IReadOnlyList<LawCase> met, IReadOnlyList<LawCase> possible)
    {
        var cases = result switch
        {
            MotherResult.Excluded => [],
            MotherResult.NotEligible => law.Table.Cases,
            MotherResult.NotEnoughEvidence => possible,
            _ => met.Count > 0 ? met : possible,
        };
        IEnumerable<Article?> cited =
        [
            .. cases.SelectMany(one => one.Articles),
            result == MotherResult.Excluded || mother.Betrayal != false || mother.Prison != false ? law.Rules.Exclusions : null,
            result != MotherResult.Excluded && mother.EnemySideRelative != false ? law.Rules.EnemySide : null,
            HasRemarried ? law.Rules.Remarriage : null,
            HasStepChild ? law.Rules.Stepmother : null,
        ];
        Article[] all = [.. cited.OfType<Article>()];
        // The exclusions are known from the decree only, which is half a year younger than the law that it guides.
        return Array.Exists(all, IsInForce) ? [.. Citable(all).Distinct()] : [.. all.Select(article => $"{article.Text}, có hiệu lực từ {LawInForce.Written(article.From)}")];
    }

    private bool IsInForce(Article article) => article.From <= mother.AsOf;

    private IEnumerable<string> Citable(IEnumerable<Article> articles) => articles.Where(IsInForce).Select(article => article.Text);

    private bool HasRemarried => mother.Husbands?.Any(husband => husband is { RemarriedAfter: not false, MartyrCertificate: MartyrCertificate.Seen or MartyrCertificate.Claimed }) == true;

    private bool HasStepChild => mother.Children.Any(child => child.Relation is Relation.Step or null);

    /// <summary>The circular guided the decree of 2013 as it was before it was amended.</summary>
    private bool ReliesOnCircular(MotherResult result) =>
        result != MotherResult.Excluded && law.Rules.Stepmother is not null && law == MotherLaw.Versions[^1] && (HasRemarried || HasStepChild);

    private static string Names(IReadOnlyList<LawCase> cases) => string.Join(", ", cases.Select(one => one.Name));

    private static IEnumerable<string> Section(string heading, IEnumerable<string> lines) =>
        lines.Select(line => $"- {line}").ToList() is { Count: > 0 } written ? [heading, .. written] : [];
}
