using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>What a person types. Where nobody can, a question is an error and never answered by itself.</summary>
internal sealed class Keyboard(bool nonInteractive, CancellationToken interrupted)
{
    public static bool IsKeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public string ReadLine() => Read(Console.In.ReadLine) ?? throw Unanswered("the input has ended");

    public SecureString ReadSecret()
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

        while (ReadKey() is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                if (secret.Length > 0)
                {
                    secret.RemoveAt(secret.Length - 1);
                    Console.Out.Write("\b \b");
                }
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

    /// <summary>One key, which the terminal does not show.</summary>
    public ConsoleKeyInfo ReadKey()
        => Console.IsInputRedirected ? throw Unanswered("the input is no terminal") : Read(() => Console.ReadKey(intercept: true));

    private T Read<T>(Func<T> read)
    {
        if (nonInteractive)
        {
            throw Unanswered("the shell was started with -NonInteractive");
        }

        try
        {
            // A console's read cannot be cancelled. It is left alone on Ctrl+C, after which the shell reads nothing more: the
            // next Enter must not be taken for a Yes.
            return Task.Run(read).WaitAsync(interrupted).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            Console.Out.WriteLine();
            throw new PipelineStoppedException();
        }
    }

    private static HostException Unanswered(string reason)
    {
        // Behind the question, whose line is still open.
        Console.Out.WriteLine();
        return new HostException(
            $"The question cannot be answered: {reason}.", null, "QuestionNotAnswered", ErrorCategory.InvalidOperation);
    }
}
