using System.Runtime.InteropServices;

namespace Compare.Cli;

/// <summary>Turns the signals that end a process into a request.</summary>
internal sealed class Signals(CancellationTokenSource interrupt) : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations =
    [
        .. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            interrupt.Cancel();
        })),
    ];

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
