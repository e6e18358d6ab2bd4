using System.CommandLine;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Exchange;
using AwardArchive.Places;
using AwardArchive.Recognition;
using AwardArchive.Verification;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup.Commands;

/// <summary>The verbs of <c>award-archive</c>.</summary>
internal static class CommandLine
{
    /// <summary>After SIGTERM or Ctrl-C: longer than the host's own 30 seconds, in which steps are given back.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(45);

    public static readonly Option<string> Data = new("--data")
    {
        Description = "The folder of the archive.",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "One JSON object a line on standard output, and nothing else.",
        Recursive = true,
    };

    /// <summary>A server's address, of the commands that can leave the work to one.</summary>
    public static Option<Uri?> Server(string description) => new("--server")
    {
        Description = description,
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"))
                return uri.AbsoluteUri.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
            result.AddError("--server takes an address such as http://127.0.0.1:8080.");
            return null;
        },
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Award Archive: scans of award decisions, recognized, kept and found again.")
        {
            ServeCommand.Create(),
            WorkCommand.Create(),
            IngestCommand.Create(),
            SearchCommand.Create(),
            OcrCommand.Create(),
            ReadCommand.Create(),
            RecognizeCommand.Create(),
            RereadCommand.Create(),
            StatusCommand.Create(),
            VerifyCommand.Create(),
            VerifyCaseCommand.CreateMother(),
            VerifyMothersCommand.Create(),
            VerifyCaseCommand.CreateNamed(),
            ReindexCommand.Create(),
            BackupCommand.CreateBackup(),
            BackupCommand.CreateRestore(),
            PlacesCommand.Create(),
            PeopleCommand.Create(),
            UsersCommand.Create(),
            DemoCommand.Create(),
        };
        root.Add(Data);
        root.Add(Json);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try: award-archive --help");
            return ExitCode.WrongUsage;
        }
        // Who works at the machine may do all; the audit log says who it was.
        using var _ = Actor.Use(Actor.System with { Address = Environment.UserName });
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationTimeout,
            });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(Explain(e) ?? $"This should not have happened: {e}");
            return ExitCode.Failed;
        }
    }

    /// <summary>What went wrong, in words for the person at the terminal; null for what only a programmer can explain.</summary>
    private static string? Explain(Exception exception) => exception switch
    {
        DataFolderInUseException e =>
            $"A server or another command holds the data folder {e.Folder}. Use --server URL (for example http://127.0.0.1:8080), or stop it first.",
        CommandFailedException e => e.Message,
        AccountRefusedException e => e.Message,
        BackupException e => e.Message,
        GazetteerFileException e => e.Message,
        BadCaseException e => e.Message,
        RecognitionUnavailableException e => e.Message,
        IngestServerException e => $"The server does not answer: {e.Message}",
        AggregateException e when e.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            string.Join(Environment.NewLine, e.InnerExceptions.Select(Explain)),
        OptionsValidationException e => string.Join(Environment.NewLine, e.Failures),
        UnauthorizedAccessException e => $"No permission: {e.Message}",
        IOException e when Posix.IsStorageFull(e) => "The disk is full. Nothing accepted is lost; make room and run the command again.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } e =>
            $"{e.Message} Choose another with --urls http://127.0.0.1:PORT.",
        _ when Away.Is(exception) => $"A server that the archive needs does not answer: {exception.Message}",
        HttpRequestException e => $"The server does not answer: {e.Message}",
        IOException e => e.Message,
        _ => null,
    };
}

/// <summary>A command cannot do what it was asked for.</summary>
/// <param name="message">For the person at the terminal.</param>
internal sealed class CommandFailedException(string message) : Exception(message);
