namespace ZenlayerZec.Tests.Generated;

/// <summary>A group of changes that generated schedules try, which one class of tests runs while others run theirs.</summary>
public interface IScheduleSubjects
{
    /// <summary>The changes. The first word of a name is the cmdlet.</summary>
    internal static abstract IReadOnlyDictionary<string, ScheduleSubject> All { get; }

    /// <summary>How many IDs a run names at the most.</summary>
    static virtual int MostIds => 40;

    /// <summary>How many schedules each change gets.</summary>
    static virtual long CasesOfEach => Cases.CountOfEach;
}
