using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Calls any action of the API by its name.</para>
/// <para type="description">For actions without a cmdlet. The request is signed, sent and retried like those of the other cmdlets. An
/// action whose name begins with Describe or InquiryPrice only reads. Any other action asks for confirmation first, and is not sent
/// again when it is unknown whether it was carried out. Where there is a cmdlet for the action, the question and -Verbose name it.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "ZecApi", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Invoke-ZecApi.md")]
[OutputType(typeof(PSObject))]
public sealed class InvokeZecApiCommand : ZecCmdlet
{
    /// <summary><para type="description">The action, such as DescribeZones. An unknown name is sent as it is.</para></summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ActionNameCompleter))]
    [ValidateActionName]
    public string Action { get; set; } = string.Empty;

    /// <summary><para type="description">The body of the request: a hashtable, a custom object or a JSON string, with the API's own
    /// names. Times are converted to UTC. A SecureString is sent as its text and never shown. Each object from the pipeline is one call.</para></summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNull]
    public PSObject? Body { get; set; }

    /// <summary><para type="description">The API version. The default is 2025-09-01.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ApiVersionCompleter))]
    [ValidatePattern(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    public string? Version { get; set; }

    /// <summary><para type="description">Reads all pages and returns the items of their dataSet, each once. The page size is 1000, or the
    /// pageSize of the body.</para></summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary><para type="description">The time limit of one attempt of a request, in seconds. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int? TimeoutSec { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is changed.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = Request();
        var target = RequestBody.Summary(request.Body);
        var cmdlet = ActionNames.CmdletFor(request.Action);
        if (cmdlet is not null && IsVerbose)
        {
            WriteVerbose($"There is a cmdlet for {request.Action}: {cmdlet}.");
        }

        if (request.IsWrite && !IsConfirmed(() => target, cmdlet is null ? request.Action : $"{request.Action} (for which there is {cmdlet})", Force))
        {
            return;
        }

        var client = Client;
        var call = Call();
        call.AttemptTimeout = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        try
        {
            if (All)
            {
                List(request, new ApiLister(client, call));
                return;
            }

            var answer = Wait(stop => client.InvokeAsync(request, call, stop));
            if (Stopping && request.IsWrite)
            {
                TellConsole($"{request.Action} ({target}) was carried out before the stop.");
            }

            WriteObject(AnswerObject.From(answer));
        }
        catch (ZecException failure) when (Stopping)
        {
            // A stopped pipeline accepts no output; the user at the console must still be told.
            TellConsole($"{request.Action} ({target}): {failure.Message}");
        }
        catch (ZecException failure)
        {
            Report(failure, request, target);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WarnOfJournal();

    private ApiRequest Request()
    {
        try
        {
            var request = new ApiRequest(ActionNames.Spelled(Action), RequestBody.From(Body), Version);
            if (All && ApiLister.Fault(request) is { } fault)
            {
                Refuse("CannotListAll", fault);
            }

            return request;
        }
        catch (FormatException e)
        {
            // The other objects of such a pipeline are wrong too, such as the lines of a file one by one.
            Refuse("BodyInvalid", Body?.BaseObject is string ? $"{e.Message} Read a file as one string with Get-Content -Raw." : e.Message);
            throw;
        }
    }

    private void Refuse(string code, string why) => ThrowTerminatingError(new ErrorRecord(
        new ArgumentException(VisibleText.Of($"{Action} was not called: {why}")), code, ErrorCategory.InvalidArgument, Action));

    private void List(ApiRequest request, ApiLister lister)
    {
        lister.Progress = (read, total) => Post(() => WriteProgress(new ProgressRecord(0, request.Action, $"{read} of {total}")
        {
            PercentComplete = total > 0 ? (int)Math.Min(100, 100L * read / total) : 100,
            RecordType = read < total ? ProgressRecordType.Processing : ProgressRecordType.Completed,
        }));
        var list = Wait(stop => lister.ListAsync(request, stop));
        if (!list.IsSettled)
        {
            WriteWarning("Items changed during every attempt to read the list. The result of the last attempt is returned; items may be missing.");
        }

        foreach (var item in list.Items)
        {
            WriteObject(AnswerObject.Value(item));
        }
    }

    private void Report(ZecException failure, ApiRequest request, string target)
    {
        var isUnknown = request.IsWrite && failure.OutcomeUnknown;
        var error = ErrorRecords.From(failure, request.Action, isUnknown
            ? $"It is unknown whether {request.Action} ({target}) was carried out:"
            : $"{request.Action} ({target}) failed:");
        if (isUnknown)
        {
            error.ErrorDetails.RecommendedAction =
                "The action may have been carried out. Check with a Describe action before you call it again.";
        }
        else if (failure.Code == ApiLister.NotPaged)
        {
            error.ErrorDetails.RecommendedAction = "Call it without -All, which is for actions that have pages.";
        }

        WriteOrEnd(failure, error);
    }

    private void TellConsole(string what) => Host?.UI?.WriteWarningLine(VisibleText.Of(what));
}
