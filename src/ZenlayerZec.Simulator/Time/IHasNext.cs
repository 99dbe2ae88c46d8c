namespace ZenlayerZec.Simulator.Time;

/// <summary>A thing whose state time changes.</summary>
internal interface IHasNext
{
    /// <summary>The change of state that is ahead of it; null where it stays as it is.</summary>
    AgendaItem? Next { get; set; }
}
