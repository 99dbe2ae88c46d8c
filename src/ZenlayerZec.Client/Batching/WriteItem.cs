using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>One thing that a run is for, by its ID, and what was known of it before anything was sent.</summary>
/// <param name="id">The ID.</param>
internal sealed class WriteItem(string id)
{
    /// <summary>The ID.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// What is done to it, where that is not the same for all of a run: each may get a name of its own. Null for what the run does.
    /// </summary>
    public WriteOperation? Operation { get; set; }

    /// <summary>The state that was read last; null where it was not read. An object, or a row, brings its own; a look replaces it.</summary>
    public string? State { get; private set; }

    /// <summary>The thing as it was read last: the object that was given, or what a look found; null where there was neither.</summary>
    public ZecObject? Thing { get; set; }

    /// <summary>Whether this run has looked at it itself.</summary>
    public bool IsLooked { get; private set; }

    /// <summary>The answer that the state came with; null where the state came from a file, another process or nowhere.</summary>
    public Reading? Reading { get; private set; }

    /// <summary>Whether its tags were known with its state, and do not protect it.</summary>
    public bool IsKnownUnprotected { get; private set; }

    /// <summary>Why it is left out, as the end of a sentence; null where it is not.</summary>
    public string? SkipReason { get; set; }

    /// <summary>Why it failed before anything could be sent; null where it did not.</summary>
    public ZecException? Failure { get; set; }

    /// <summary>How many releases of this process had completed when this run's own look at it began; 0 where it has not looked.</summary>
    public long LookedAfter { get; private set; }

    /// <summary>
    /// What a look for another request of the run shows of it; null where there is none, and its result is null where that look failed.
    /// </summary>
    public Task<Sight?>? Ahead { get; set; }

    /// <summary>The last look after a lost answer, where it showed that the item had not changed.</summary>
    public Reading? Stood { get; set; }

    /// <summary>The item with what an object or a row says of it.</summary>
    /// <param name="state">The state; null where it says none.</param>
    /// <param name="reading">The answer that the object was read from; null for a row.</param>
    /// <param name="isUnprotected">Whether the object says that no tag protects it.</param>
    public WriteItem ReadAs(string? state, Reading? reading, bool isUnprotected = false)
    {
        State = state;
        Reading = reading;
        IsKnownUnprotected = isUnprotected;
        return this;
    }

    /// <summary>Takes over what this run's own look found.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="state">The state now.</param>
    /// <param name="reading">The look.</param>
    /// <param name="isUnprotected">Whether the look has shown that no tag protects it.</param>
    /// <param name="releases">How many releases of this process had completed when it began.</param>
    public void LookedAt(ZecObject thing, string state, Reading reading, bool isUnprotected, long releases)
    {
        Thing = thing;
        IsLooked = true;
        State = state;
        Reading = reading;
        IsKnownUnprotected = isUnprotected;
        LookedAfter = releases;
    }
}
