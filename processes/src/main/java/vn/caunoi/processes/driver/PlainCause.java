package vn.caunoi.processes.driver;

import java.util.stream.Stream;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.actions.WrongAction;
import vn.caunoi.processes.engine.NotACondition;
import vn.caunoi.processes.engine.RefusedDiagram;
import vn.caunoi.processes.engine.state.UnreadableState;

/** Says why a process got stuck, in a sentence without personal data: only texts of our own, else the sort of failure. */
final class PlainCause {

    private static final int DEEPEST = 20;

    private PlainCause() {}

    static String of(Throwable failure) {
        return chain(failure)
                .filter(PlainCause::isOurs)
                .map(Throwable::getMessage)
                .findFirst()
                .orElseGet(() -> "The process could not go on ("
                        + chain(failure)
                                .reduce((outer, inner) -> inner)
                                .orElse(failure)
                                .getClass()
                                .getSimpleName()
                        + ")");
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    private static boolean isOurs(Throwable cause) {
        return switch (cause) {
            case Stuck ours -> true;
            case WrongAction ours -> true;
            case NotACondition ours -> true;
            case RefusedDiagram ours -> true;
            case NoRuleFits ours -> true;
            case Refusal ours -> true;
            case UnreadableState ours -> true;
            default -> false;
        };
    }
}
