namespace AwardArchive.Access.Accounts;

internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<UserDesk>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<OpenId.OpenIdAccounts>();
        services.AddSingleton<GroupDesk>();
        services.AddSingleton<TokenDesk>();
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapOwnAccount();
        api.MapUsers();
        api.MapGroups();
    }
}
