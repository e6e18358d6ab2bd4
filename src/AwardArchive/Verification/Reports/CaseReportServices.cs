using AwardArchive.Verification.Checks;

namespace AwardArchive.Verification.Reports;

internal static class CaseReportServices
{
    public static IServiceCollection AddCaseReports(this IServiceCollection services) =>
        services.AddSingleton<PriorAwardSearch>().AddSingleton<CaseChecks>().AddSingleton<ScanCrops>().AddSingleton<CaseReports>();
}
