package vn.caunoi.processes.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * Plays every way through a diagram that looks sound, whatever its conditions say: none may wait for ever at a gateway
 * for a way that was not taken, and no step should be at work twice at once. What happens while an event subprocess runs
 * is played by itself, for it ends all else or stands beside it.
 */
final class SoundnessRule implements Rule {

    private static final int MOST_MARKINGS = 20_000;
    private static final int MOST_MOVES = 200_000;
    private static final int MOST_TOKENS = 40;

    @Override
    public void check(Diagram diagram, Problems problems) {
        if (problems.hasErrors()) return;
        play(diagram, diagram.key(), problems);
        diagram.steps("subProcess")
                .filter(Step::isEventSubprocess)
                .forEach(subprocess -> play(diagram, subprocess.id(), problems));
    }

    private static void play(Diagram diagram, String scope, Problems problems) {
        Moves moves = new Moves(diagram);
        Set<List<String>> seen = new HashSet<>();
        Deque<List<String>> left = new ArrayDeque<>();
        left.add(moves.begin(scope));
        int made = 0;
        while (!left.isEmpty()) {
            List<String> marking = left.removeFirst();
            if (marking.isEmpty() || !seen.add(marking) || isDoubled(diagram, marking, problems)) continue;
            List<List<String>> next = marking.size() > MOST_TOKENS ? List.of() : moves.from(marking);
            made += next.size();
            if (marking.size() > MOST_TOKENS || seen.size() > MOST_MARKINGS || made > MOST_MOVES) {
                problems.warning(scope, "not-proven", Sentence.NOT_PROVEN_STRANDED.of());
                return;
            }
            if (next.isEmpty()) stranded(diagram, marking, problems);
            left.addAll(next);
        }
    }

    /** Such a way is not followed on: it might double again and again. */
    private static boolean isDoubled(Diagram diagram, List<String> marking, Problems problems) {
        boolean doubled = false;
        for (int i = 1; i < marking.size(); i++) {
            if (!marking.get(i).equals(marking.get(i - 1))) continue;
            doubled = true;
            problems.warning(target(diagram, marking.get(i)), "twice-at-once", Sentence.TWICE_AT_ONCE.of());
        }
        return doubled;
    }

    private static void stranded(Diagram diagram, List<String> marking, Problems problems) {
        marking.stream()
                .filter(token -> !Moves.isInside(token))
                .map(token -> target(diagram, token))
                .distinct()
                .forEach(step -> problems.error(step, "stranded", Sentence.STRANDED.of()));
    }

    private static String target(Diagram diagram, String token) {
        if (Moves.isInside(token)) return Moves.subprocess(token);
        return diagram.flows()
                .filter(flow -> flow.id().equals(token))
                .map(Flow::to)
                .findFirst()
                .orElse(token);
    }
}
