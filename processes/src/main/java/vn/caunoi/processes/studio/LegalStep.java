package vn.caunoi.processes.studio;

import java.util.List;
import java.util.Map;

/**
 * One step that the law demands of a process, told by what the diagram does and not by names of elements.
 *
 * @param process key of the process
 * @param id permanent word, by which it can be waived
 * @param after where the ways begin that are looked at: {@code start}, {@code every task}, {@code anywhere}, or words such as
 *     {@code act:ISSUE_RESOLUTION}, {@code event:petition.withdrawn}
 * @param by what must stand on each of these ways, any one of the words
 * @param before how far the ways go: {@code end}, or acts
 * @param where facts of the cases in which it is owed, by name
 * @param law article, and how sure it is where that is not certain
 * @param says plain English
 */
public record LegalStep(
        String process,
        String id,
        List<String> after,
        List<String> by,
        List<String> before,
        Map<String, Object> where,
        String law,
        String says) {

    public LegalStep {
        after = List.copyOf(after);
        by = List.copyOf(by);
        before = List.copyOf(before);
        where = Map.copyOf(where);
    }
}
