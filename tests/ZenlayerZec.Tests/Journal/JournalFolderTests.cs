using ZenlayerZec.Client.Journal;

namespace ZenlayerZec.Tests.Journal;

/// <summary>Where the journal is kept.</summary>
public class JournalFolderTests
{
    [Theory]
    [InlineData("/state", "/home/ana", "/state/ZenlayerZec")]
    [InlineData(null, "/home/ana", "/home/ana/.local/state/ZenlayerZec")]
    [InlineData("", "/home/ana", "/home/ana/.local/state/ZenlayerZec")]
    [InlineData("state", "/home/ana", "/home/ana/.local/state/ZenlayerZec")]
    [InlineData(null, null, "/recorded/.local/state/ZenlayerZec")]
    [InlineData(null, "ana", null)]
    public void It_is_in_the_folder_for_state_and_never_in_the_current_one(string? state, string? home, string? folder)
        => Assert.Equal(folder, JournalFolder.Find(
            name => name switch { "XDG_STATE_HOME" => state, "HOME" => home, _ => null }, isWindows: false, "/recorded")?.Replace('\\', '/'));

    [Fact]
    public void Without_a_home_there_is_none() => Assert.Null(JournalFolder.Find(_ => null, isWindows: false, recorded: string.Empty));

    [Theory]
    [InlineData(@"C:\Users\ana\AppData\Local", @"C:\Users\ana\AppData\Local")]
    [InlineData(null, @"D:\recorded")]
    public void On_Windows_it_is_in_the_users_local_data(string? local, string folder)
        => Assert.Equal(
            Path.Combine(folder, "ZenlayerZec"),
            JournalFolder.Find(name => name == "LOCALAPPDATA" ? local : null, isWindows: true, @"D:\recorded"));
}
