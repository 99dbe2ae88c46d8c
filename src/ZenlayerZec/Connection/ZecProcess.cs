using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;

namespace ZenlayerZec.Connection;

/// <summary>
/// All that the module keeps in a process: who is connected, in which runspace, and what was sent. Thread-safe. Nothing else in this
/// assembly holds state in a static field, so that a test can act as a process of its own.
/// </summary>
internal sealed class ZecProcess
{
    private static readonly ZecProcess Own = new();
    private static readonly AsyncLocal<ZecProcess?> Replacement = new();

    private readonly ConditionalWeakTable<Runspace, RunspaceConnection> _runspaces = new();
    private readonly ConditionalWeakTable<Runspace, RunspaceConnection>.CreateValueCallback _connect;

    // Weak, since a runspace tells nobody when it ends.
    private readonly List<WeakReference<RunspaceConnection>> _asked = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _simulators;

    public ZecProcess()
    {
        _connect = runspace => new RunspaceConnection(this, runspace);
        Journal = new WriteJournal(() => JournalPlace ?? JournalFolder.Current(), () => JournalPlace is null && JournalFolder.IsOff);
    }

    /// <summary>This process. Setting it replaces it for what the calling code starts from then on, and nowhere else.</summary>
    public static ZecProcess Current
    {
        get => Replacement.Value ?? Own;
        set => Replacement.Value = value;
    }

    /// <summary>The current runspace's part.</summary>
    public RunspaceConnection Runspace => _runspaces.GetValue(System.Management.Automation.Runspaces.Runspace.DefaultRunspace, _connect);

    /// <summary>What the process has asked to change, in all its runspaces.</summary>
    public OperationLog Operations { get; } = new();

    /// <summary>What the process has sent to which things, so that none of its runspaces takes an older object for how a thing stands.</summary>
    public SentActions Sent { get; } = new();

    /// <summary>The same, where it outlives the process.</summary>
    public WriteJournal Journal { get; }

    /// <summary>The folder of the journal; null means that the environment decides where it is, and whether it is written.</summary>
    public string? JournalPlace { get; set; }

    /// <summary>What the next simulated account is called.</summary>
    public string NextSimulator() => $"simulator-{Interlocked.Increment(ref _simulators)}";

    /// <summary>Gives an account a name of the user's choice, for as long as the process lives.</summary>
    /// <exception cref="ZecConfigurationException">The name stands for another account already.</exception>
    public void Name(ZecClientOptions options, string name, bool isSimulator)
    {
        // Objects and rows carry the name, so that one name for two accounts would take those of the one for the other's. Simulated
        // accounts are created anew at each run of a script that rehearses, and are all alike.
        var account = isSimulator ? "a simulated account" : options.Account;
        lock (_names)
        {
            if (_names.TryGetValue(name, out var named) && named != account)
            {
                throw new ZecConfigurationException(
                    "NameInUse", $"The name '{name}' already stands for {named} in this process. Choose another -Name for {account}.");
            }

            _names[name] = account;
        }

        options.Account = name;
    }

    /// <summary>Keeps in mind that a runspace has asked for an account of its own.</summary>
    public void Remember(RunspaceConnection runspace)
    {
        lock (_asked)
        {
            if (!_asked.Any(one => one.TryGetTarget(out var known) && ReferenceEquals(known, runspace)))
            {
                _asked.RemoveAll(one => !one.TryGetTarget(out var known) || known.IsOver);
                _asked.Add(new WeakReference<RunspaceConnection>(runspace));
            }
        }
    }

    /// <summary>The other runspaces that have asked for an account of their own and still live.</summary>
    public IReadOnlyList<RunspaceConnection> OthersThan(RunspaceConnection runspace)
    {
        lock (_asked)
        {
            return
            [
                .. _asked.Select(one => one.TryGetTarget(out var other) ? other : null)
                    .OfType<RunspaceConnection>()
                    .Where(other => !ReferenceEquals(other, runspace) && other is { HasAsked: true, IsOver: false }),
            ];
        }
    }
}
