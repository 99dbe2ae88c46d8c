namespace ZenlayerZec.Client.Batching;

/// <summary>A kind of thing that is written to, and how to look at some of it.</summary>
internal interface IResource
{
    /// <summary>What one of them is called, such as <c>instance</c>.</summary>
    string Noun { get; }

    /// <summary>The code of an ID that is not there, such as <c>InstanceNotFound</c>.</summary>
    string NotFoundCode { get; }

    /// <summary>The service's code for a request that names something that is not there.</summary>
    string ServiceNotFoundCode { get; }

    /// <summary>The most IDs that one look names.</summary>
    int MostIds { get; }

    /// <summary>Whether a thing in a state is in use, so that somebody may have begun to need it since it was read as not in use.</summary>
    /// <param name="state">The state.</param>
    bool IsInUse(string state);

    /// <summary>Whether a thing in a state lies in the recycle bin.</summary>
    /// <param name="state">The state.</param>
    bool IsInBin(string state);

    /// <summary>Looks at how things stand before something is done to them.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="ids">The IDs.</param>
    /// <param name="withTags">Whether their tags matter, which may take a larger answer.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How each that is there stands; one that is not among them is not there.</returns>
    /// <exception cref="Errors.ZecException">The look failed, or was not whole: nothing is known of any ID.</exception>
    Task<IReadOnlyDictionary<string, Standing>> StandAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, bool withTags, CancellationToken cancellationToken);

    /// <summary>Looks at one field of things.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="ids">The IDs.</param>
    /// <param name="field">The field to read; null for the state.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The field of each that is there; one that is not among them is not there. A value is null where the service gives none.</returns>
    /// <exception cref="Errors.ZecException">The look failed, or was not whole: nothing is known of any ID.</exception>
    Task<IReadOnlyDictionary<string, string?>> LookAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, string? field, CancellationToken cancellationToken);
}
