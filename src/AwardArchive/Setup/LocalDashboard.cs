using System.Net;
using Hangfire.Dashboard;

namespace AwardArchive.Setup;

/// <summary>Hangfire's dashboard is for the administrator at this machine, until there are users with roles.</summary>
internal sealed class LocalDashboard : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) =>
        context.GetHttpContext().Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
