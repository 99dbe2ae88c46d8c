namespace ZenlayerZec.Commands.Bases;

/// <summary>Which things a pipeline has named already, and what each record said of them.</summary>
internal sealed class TakenThings
{
    private readonly Dictionary<string, Dictionary<string, string?>> _accounts = new(StringComparer.Ordinal);
    private KeyValuePair<string?, Dictionary<string, string?>> _last;

    /// <summary>Takes a thing.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="id">Its ID.</param>
    /// <param name="value">What the record says of it by itself; null where it says nothing.</param>
    /// <param name="before">What an earlier record said; null where none said anything.</param>
    /// <returns>Whether it is the first record that names it.</returns>
    public bool Add(string account, string id, string? value, out string? before)
    {
        if (_last.Key != account)
        {
            if (!_accounts.TryGetValue(account, out var things))
            {
                _accounts.Add(account, things = new Dictionary<string, string?>(StringComparer.Ordinal));
            }

            _last = new(account, things);
        }

        if (!_last.Value.TryGetValue(id, out before))
        {
            _last.Value.Add(id, value);
            return true;
        }

        if (before is null)
        {
            _last.Value[id] = value;
        }

        return false;
    }
}
