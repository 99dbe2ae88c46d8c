namespace ZenlayerZec.Client.Models;

/// <summary>The tags of an object: the set that was read, until somebody asks for a dictionary, which is then kept, since it can be changed.</summary>
internal struct KeptTags
{
    private object? _kept;

    /// <summary>Whether there were tags that could not be read.</summary>
    public bool AreUnknown { get; set; }

    /// <summary>The tags by key; never null.</summary>
    public Dictionary<string, string> All
    {
        get
        {
            if (_kept is not Dictionary<string, string> all)
            {
                _kept = all = (_kept as TagSet)?.ToDictionary() ?? new ZecTags();
            }

            return all;
        }

        set
        {
            _kept = value;
            AreUnknown = false;
        }
    }

    /// <summary>The tags, to look at: nothing is made for it that somebody could change. Null where there were some that could not be read.</summary>
    public readonly IReadOnlyDictionary<string, string>? Known => AreUnknown ? null : _kept as IReadOnlyDictionary<string, string> ?? TagSet.None;

    /// <summary>The tags as they are read.</summary>
    public TagSet? Read
    {
        set
        {
            AreUnknown = ReferenceEquals(value, TagSet.Odd);
            _kept = AreUnknown ? null : value;
        }
    }
}
