using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ZenlayerZec.Loading;

/// <summary>
/// Makes the module's types known to scripts by their short and their full names, as type accelerators. PowerShell does not search the
/// module's own load context for the full name either. Accelerators belong to the process, so that they stay until the last runspace that
/// imported the module has removed it.
/// </summary>
internal static class TypeNames
{
    private static readonly List<WeakReference<Runspace>> Importers = [];

    /// <summary>Adds the names. A name that stands for another type already is left as it is.</summary>
    /// <param name="importer">The runspace that imports the module; null where there is none.</param>
    public static void Add(Runspace? importer)
    {
        lock (Importers)
        {
            Forget(importer);
            if (importer is not null)
            {
                Importers.Add(new WeakReference<Runspace>(importer));
            }

            if (Accelerators.Find() is { } accelerators)
            {
                foreach (var type in PublicTypes.All)
                {
                    accelerators.Offer(type.Name, type);
                    accelerators.Offer(type.FullName, type);
                }
            }
        }
    }

    /// <summary>Removes the names that are still this module's, unless another runspace has the module.</summary>
    /// <param name="importer">The runspace that removes the module; null where there is none.</param>
    public static void Remove(Runspace? importer)
    {
        lock (Importers)
        {
            Forget(importer);
            if (Importers.Count == 0 && Accelerators.Find() is { } accelerators)
            {
                foreach (var type in PublicTypes.All)
                {
                    accelerators.TakeBack(type.Name, type);
                    accelerators.TakeBack(type.FullName, type);
                }
            }
        }
    }

    /// <summary>A runspace that ended removes nothing, and says so to nobody.</summary>
    private static void Forget(Runspace? leaving) => Importers.RemoveAll(one => !one.TryGetTarget(out var runspace)
        || runspace == leaving
        || runspace.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken);

    /// <summary>PowerShell's list, which is not public, but is the same in both editions.</summary>
    private sealed class Accelerators(Dictionary<string, Type> known, Action<string, Type> add, Func<string, bool> remove)
    {
        /// <summary>The list; null where this PowerShell has none, so that scripts do without the names.</summary>
        public static Accelerators? Find()
        {
            var type = typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators");
            return type?.GetProperty("Get")?.GetValue(null) is Dictionary<string, Type> known
                && type.GetMethod("Add", [typeof(string), typeof(Type)]) is { } add
                && type.GetMethod("Remove", [typeof(string)]) is { } remove
                ? new Accelerators(
                    known,
                    (Action<string, Type>)add.CreateDelegate(typeof(Action<string, Type>)),
                    (Func<string, bool>)remove.CreateDelegate(typeof(Func<string, bool>)))
                : null;
        }

        /// <summary>
        /// Adds a name, unless it stands for something. Where it is this module's already, nothing is written: other runspaces read the list
        /// without a lock.
        /// </summary>
        public void Offer(string name, Type type)
        {
            if (!known.ContainsKey(name))
            {
                add(name, type);
            }
        }

        /// <summary>Removes a name that stands for this type.</summary>
        public void TakeBack(string name, Type type)
        {
            if (known.TryGetValue(name, out var named) && named == type)
            {
                remove(name);
            }
        }
    }
}
