using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that ask one question for each thing, such as its price or what was measured: equal questions once, several at a time,
/// and the answers in the order of the questions. A question that fails is an error, and the others are answered.
/// </summary>
public abstract class AskCmdlet : ThingCmdlet
{
    private readonly List<(ZecClient Client, object Question)> _questions = [];
    private readonly HashSet<(ZecClient Client, object Question)> _asked = [];

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary>Asks a question.</summary>
    private protected abstract Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop);

    /// <summary>What a question asks for, as the end of "There is no answer for".</summary>
    private protected abstract string Describe(object question);

    /// <summary>The IDs of the things that a question is asked for; none where it is asked for none.</summary>
    private protected virtual IReadOnlyList<string> IdsOf(ZecClient client, object question) => question is string id ? [id] : [];

    /// <summary>What an error says of a thing that has no answer.</summary>
    private protected virtual string Unanswered(string question, string id) => $"There is no answer for {question}:";

    /// <summary>The things that the present record names, each with its connection.</summary>
    /// <param name="kind">Their kind.</param>
    /// <param name="ids">What the parameter for IDs has.</param>
    /// <param name="things">What the parameter for objects has.</param>
    private protected IEnumerable<(ZecClient Client, string Id)> Named(ResourceKind kind, string[] ids, ZecObject[] things)
    {
        foreach (var id in ParameterSetName == IdSet ? ids : [])
        {
            yield return (Client, id);
        }

        foreach (var thing in ParameterSetName == IdSet ? [] : things)
        {
            if (ClientOf(kind, thing) is { } client)
            {
                yield return (client, kind.IdOf(thing));
            }
        }
    }

    /// <summary>Notes a question for each thing that the present record names, which is its ID.</summary>
    /// <param name="kind">Their kind.</param>
    /// <param name="ids">What the parameter for IDs has.</param>
    /// <param name="things">What the parameter for objects has.</param>
    private protected void Ask(ResourceKind kind, string[] ids, ZecObject[] things)
    {
        foreach (var (client, id) in Named(kind, ids, things))
        {
            Ask(client, id);
        }
    }

    /// <summary>Notes a question; one that is equal to another is asked once.</summary>
    private protected void Ask(ZecClient client, object question)
    {
        if (_asked.Add((client, question)))
        {
            _questions.Add((client, question));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_questions.Count == 0)
        {
            return;
        }

        var call = ReadingCall();
        var limit = ThrottleLimit ?? _questions[0].Client.LimitOf(call);
        Wait(async stop =>
        {
            await Concurrently.RunAsync(_questions.Count, limit, (index, token) => OneAsync(index, call, token), Tell, stop).ConfigureAwait(false);
            return true;
        });
    }

    private async Task<(int Index, IReadOnlyList<ZecObject> Answers, ZecException? Failure)> OneAsync(int index, ZecCallOptions call, CancellationToken stop)
    {
        var (client, question) = _questions[index];
        try
        {
            return (index, await AskAsync(client, question, call, stop).ConfigureAwait(false), null);
        }
        catch (ZecException failure)
        {
            return (index, [], failure);
        }
    }

    private bool Tell((int Index, IReadOnlyList<ZecObject> Answers, ZecException? Failure) outcome)
    {
        if (outcome.Failure is { } failure)
        {
            Post(() => WriteErrors(outcome.Index, failure));
            return !failure.FailsEveryRequest;
        }

        Post(() => WriteObject(outcome.Answers, enumerateCollection: true));
        return true;
    }

    /// <summary>
    /// Writes an error for each thing that a question was asked for. One that every question would meet ends the command, and names all that have no
    /// answer.
    /// </summary>
    private void WriteErrors(int index, ZecException failure)
    {
        var (client, asked) = _questions[index];
        var question = Describe(asked);
        if (failure.FailsEveryRequest)
        {
            string[] left = [.. _questions.Skip(index).SelectMany(one => IdsOf(one.Client, one.Question))];
            var others = _questions.Count - index - 1;
            var rest = others == 0 ? string.Empty
                : string.Format(CultureInfo.InvariantCulture, ", nor for {0} more question{1}", others, others == 1 ? string.Empty : "s");
            ThrowTerminatingError(ErrorRecords.From(failure, left.Length == 0 ? question : left, $"There is no answer for {question}{rest}:"));
        }

        var ids = IdsOf(client, asked);
        foreach (var id in ids)
        {
            WriteError(ErrorRecords.From(failure, id, Unanswered(question, id)));
        }

        if (ids.Count == 0)
        {
            WriteError(ErrorRecords.From(failure, question, $"There is no answer for {question}:"));
        }
    }
}
