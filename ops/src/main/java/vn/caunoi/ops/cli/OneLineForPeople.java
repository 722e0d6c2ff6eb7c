package vn.caunoi.ops.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import vn.caunoi.api.file.WrongSettings;
import vn.caunoi.ops.postgres.CannotStart;
import vn.caunoi.ops.server.RefusedToServe;

/** Keeps the log of a start that was refused for a plain reason free of a stack: the command line tells the reason. */
final class OneLineForPeople implements SpringBootExceptionReporter {

    OneLineForPeople(@SuppressWarnings("unused") @Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return reason(failure) != null;
    }

    /** The refusal behind a failure; null when it is a failure of another sort. */
    static @Nullable String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof CannotStart || cause instanceof RefusedToServe || cause instanceof WrongSettings)
                return cause.getMessage();
        return null;
    }
}
