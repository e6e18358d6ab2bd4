namespace AwardArchive.Setup.Commands;

/// <summary>What stands on a paper, for a person at a terminal; what the paper does not say is left out.</summary>
internal static class ReadPaperText
{
    public static async Task WriteAsync(TextWriter output, ReadPaper paper)
    {
        await output.WriteLineAsync(paper.File);
        await LineAsync("Loại văn bản", paper.Kind);
        await LineAsync("Số, ký hiệu", paper.Symbol is null ? paper.Number : $"{paper.Number ?? "…"}/{paper.Symbol}");
        await LineAsync("Ngày ban hành", paper.IssuedOn);
        await LineAsync("Nơi ban hành", paper.Place);
        await LineAsync("Cơ quan ban hành", paper.Issuer);
        await LineAsync("Trích yếu", paper.Summary);
        await LineAsync("Người ký", string.Join(", ", new[] { paper.Signer, paper.SignerTitle }.OfType<string>()));
        await LineAsync("Hình thức khen thưởng", paper.AwardClass is null ? paper.Award : $"{paper.Award} hạng {paper.AwardClass}");
        if (paper.Recipients.Count > 0) await output.WriteLineAsync($"  Được khen thưởng ({paper.Recipients.Count}):");
        foreach (var person in paper.Recipients)
            await ItemAsync(person.Name, Born(person.BirthYear), person.Hometown, person.Class is null ? null : $"hạng {person.Class}");
        if (paper.Children.Count > 0) await output.WriteLineAsync($"  Các con ({paper.Children.Count}):");
        foreach (var child in paper.Children)
            await ItemAsync(child.Name, Born(child.BirthYear), child.DeathDate is null ? null : $"hy sinh {child.DeathDate}", child.CertificateNo is null ? null : $"bằng số {child.CertificateNo}");
        await output.WriteLineAsync();

        Task LineAsync(string label, string? value) => string.IsNullOrEmpty(value) ? Task.CompletedTask : output.WriteLineAsync($"  {label}: {value}");

        Task ItemAsync(params ReadOnlySpan<string?> parts) => output.WriteLineAsync($"    - {string.Join("; ", parts.ToArray().Where(part => !string.IsNullOrEmpty(part)))}");
    }

    private static string? Born(int? year) => year is null ? null : $"sinh {year}";
}
