using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>A kind of change that generated schedules try, and the things that it is tried on.</summary>
internal abstract record ScheduleSubject
{
    /// <summary>Whether it may be sent again after a lost answer.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Whether a thing never looks as before once it was done; a restart and a reset may be over when it is looked at.</summary>
    public bool ShowsItself { get; init; }

    /// <summary>What is done.</summary>
    public required Func<SimulatedService, WriteOperation> Operation { get; init; }

    /// <summary>Whether a thing looks as if it had been done.</summary>
    public Func<ZecSimulator, string, bool> IsWhereItWasToGo { get; init; } = (_, _) => false;

    /// <summary>What somebody else asks for at the same moment: the same, unless he wants something else.</summary>
    public Func<JsonObject, JsonObject> Otherwise { get; init; } = body => body;

    /// <summary>The field of the request that names the things, where it is not called as their ID is; its list may be of objects that have the ID.</summary>
    public string? NamedBy { get; init; }

    /// <summary>How many things there are.</summary>
    public abstract int ThingCount { get; }

    /// <summary>Sets the account up.</summary>
    /// <param name="account">The account.</param>
    /// <param name="failures">How many things refuse.</param>
    public abstract void Configure(SimulatorOptions account, int failures);

    /// <summary>The things that there are, with their states.</summary>
    public abstract IReadOnlyList<(string Id, string? State)> Things(SimulatedService service);

    /// <summary>The body of what somebody else asks for.</summary>
    public string AsOther(JsonObject body) => Otherwise(body).ToJsonString();

    /// <summary>The IDs that a request names.</summary>
    public string[] Named(JsonObject body, WriteOperation operation)
        => Many(body, operation) is { } many ? [.. many.Select(one => IdIn(one!, operation))] : [(string)body[NamedBy ?? IdField(operation)]!];

    /// <summary>The same request for one of its IDs.</summary>
    public JsonObject Only(JsonObject body, WriteOperation operation, string id)
    {
        if (Many(body, operation) is { } many)
        {
            many.ReplaceWith(new JsonArray(many.First(one => IdIn(one!, operation) == id)!.DeepClone()));
        }

        return body;
    }

    private static string IdField(WriteOperation operation) => JsonNamingPolicy.CamelCase.ConvertName(operation.Kind.IdName);

    private static string IdIn(JsonNode one, WriteOperation operation) => (string)(one is JsonObject part ? part[IdField(operation)]! : one)!;

    private JsonArray? Many(JsonObject body, WriteOperation operation) => body[NamedBy ?? $"{IdField(operation)}s"] as JsonArray;
}

/// <summary>A kind of change of instances.</summary>
internal sealed record InstanceSubject : ScheduleSubject
{
    private const int Count = 300;

    public override int ThingCount => Count;

    public override void Configure(SimulatorOptions account, int failures) => (account.InstanceCount, account.FailureCount) = (Count, failures);

    public override IReadOnlyList<(string Id, string? State)> Things(SimulatedService service)
        => [.. service.Simulator.Instances.Select(instance => (instance.InstanceId, instance.Status))];

    /// <summary>An instance as it is now; null where it is gone.</summary>
    public static ZecInstance? Now(ZecSimulator simulator, string id) => simulator.Instances.SingleOrDefault(instance => instance.InstanceId == id);
}

/// <summary>A kind of change of disks, snapshots or snapshot policies; they are in the zone of the first of a few instances.</summary>
internal sealed record RowSubject : ScheduleSubject
{
    public const int Count = 40;

    public override int ThingCount => Count;

    /// <summary>The kind of the things, as the simulator calls it.</summary>
    public required string Kind { get; init; }

    /// <summary>The members of a thing by its place; its ID is put in front.</summary>
    public required Func<int, SimulatedService, JsonObject> Make { get; init; }

    /// <summary>What else there has to be.</summary>
    public Action<SimulatedService> Prepare { get; init; } = _ => { };

    private string IdField => $"{JsonNamingPolicy.CamelCase.ConvertName(Kind)}Id";

    public override void Configure(SimulatorOptions account, int failures)
    {
        account.InstanceCount = 3;
        for (var place = 0; place < failures; place++)
        {
            account.FailingIds.Add(Id(place * 5));
        }
    }

    public override IReadOnlyList<(string Id, string? State)> Things(SimulatedService service)
    {
        Prepare(service);
        var things = new List<(string Id, string? State)>();
        for (var place = 0; place < Count; place++)
        {
            var members = Make(place, service);
            members[IdField] = Id(place);
            service.Simulator.AddRow(Kind, members.ToJsonString());
            things.Add((Id(place), (string?)(members["diskStatus"] ?? members["imageStatus"] ?? members["status"])));
        }

        return things;
    }

    /// <summary>The ID of a thing by its place.</summary>
    public static string Id(int place) => $"thing-{place}";
}
