using System.Runtime.ExceptionServices;

namespace FlsAudit.Import;

/// <summary>Carries what the caller's own code threw (a sink, a listener to progress) past the places where everything thrown means that a file is broken.</summary>
internal sealed class CallerException(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The action, so that what it throws is recognised.</summary>
    public static Action<T> Guarded<T>(Action<T> action) => value =>
    {
        try
        {
            action(value);
        }
        catch (Exception e)
        {
            throw new CallerException(e);
        }
    };

    /// <summary>Runs something and throws what the caller's code threw in it as it was thrown.</summary>
    public static T Unwrapped<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (CallerException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }
}
