using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>What a person types. Where nobody can, a question is an error and never answered by itself.</summary>
internal static class Keyboard
{
    public static string ReadLine() => Console.In.ReadLine() ?? throw Nobody();

    public static SecureString ReadSecret()
    {
        var secret = new SecureString();
        if (Console.IsInputRedirected)
        {
            foreach (var character in ReadLine())
            {
                secret.AppendChar(character);
            }

            return secret;
        }

        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
                Console.Out.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
                Console.Out.Write('*');
            }
        }

        Console.Out.WriteLine();
        return secret;
    }

    private static HostException Nobody() => new(
        "The question cannot be answered: the input has ended.", null, "InputEnded", ErrorCategory.InvalidOperation);
}
