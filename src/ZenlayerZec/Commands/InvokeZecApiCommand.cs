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
/// <para type="description">For what has no cmdlet of its own. The request is signed, sent, retried and read as every other. An action
/// whose name begins with Describe or InquiryPrice only looks. Any other is asked about first, and is never sent again when nobody
/// knows whether it was carried out.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "ZecApi", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PSObject))]
public sealed class InvokeZecApiCommand : ZecCmdlet
{
    /// <summary><para type="description">The action, such as DescribeZones. One that is not known here is sent as it is.</para></summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ActionNameCompleter))]
    [ValidateActionName]
    public string Action { get; set; } = string.Empty;

    /// <summary><para type="description">What the action is asked: a hashtable, a custom object or a JSON text, with the API's own names.
    /// Times become UTC, a SecureString its text, which is shown nowhere. From the pipeline, each is a call.</para></summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? Body { get; set; }

    /// <summary><para type="description">The API's version; by default 2025-09-01.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ApiVersionCompleter))]
    [ValidatePattern(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    public string? Version { get; set; }

    /// <summary><para type="description">Reads all pages, and emits the items of the answers' dataSet, each once. With another pageSize
    /// in the body than 1000, by pages of that size.</para></summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary><para type="description">How many seconds one attempt of a request may take; by default as many as the connection allows.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int? TimeoutSec { get; set; }

    /// <summary><para type="description">Does not ask. With -WhatIf, or $WhatIfPreference, nothing is changed all the same.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = Request();
        var target = RequestBody.Summary(request.Body);
        if (request.IsWrite && !IsConfirmed(() => target, request.Action, Force))
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
            // The pipeline takes nothing any more; the person at the console still has to know.
            TellConsole($"{request.Action} ({target}): {failure.Message}");
        }
        catch (ZecException failure)
        {
            Report(failure, request, target);
        }
    }

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
            // Whatever else comes down such a pipeline is not what was meant either, such as the lines of a file one by one.
            Refuse("BodyInvalid", Body?.BaseObject is string ? $"{e.Message} A file is read as one text by Get-Content -Raw." : e.Message);
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
            WriteWarning("Items came, went or changed at every look at the list. What the last look saw is listed; something may be missing.");
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
            ? $"Nobody knows whether {request.Action} ({target}) was carried out:"
            : $"{request.Action} ({target}) failed:");
        if (isUnknown)
        {
            error.ErrorDetails.RecommendedAction =
                "The action may have been carried out all the same: ask a Describe action what became of it before calling it again.";
        }
        else if (failure.Code == ApiLister.NotPaged)
        {
            error.ErrorDetails.RecommendedAction = "Call it without -All, which is for actions that answer by pages.";
        }

        if (failure.FailsEveryRequest)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
    }

    private void TellConsole(string what) => Host?.UI?.WriteWarningLine(VisibleText.Of(what));
}
