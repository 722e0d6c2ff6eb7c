package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.RehearsalDesk;
import vn.caunoi.api.designer.RehearsalRun;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Refusal;

/** Where the forms of rehearsals and proofs lead. */
@Component
class RehearsalWays {

    static final String PROOFS = "/processes/proof";

    private final Problems problems;
    private final Words say;

    RehearsalWays(Problems problems, Words say) {
        this.problems = problems;
        this.say = say;
    }

    static String address(RehearsalRun run) {
        return run.process() == null ? PROOFS + "/" + run.id() : address(run.process(), run.id());
    }

    private static String address(String process, String id) {
        return UriComponentsBuilder.fromPath("/processes/{key}/rehearsals/{id}")
                .build(process, id)
                .toString();
    }

    /** To the one that began, or the one that is under way. */
    ModelAndView led(RehearsalDesk.Beginning beginning, RedirectAttributes next) {
        return switch (beginning) {
            case RehearsalDesk.Begun begun -> Pages.seeOther(address(begun.run()));
            case RehearsalDesk.Busy busy -> {
                next.addFlashAttribute("refused", say.text("rehearsal.busy"));
                yield Pages.seeOther(address(busy.run()));
            }
            case RehearsalDesk.Refused refused -> throw new NotFound();
        };
    }

    /** By field, what is wrong with it. */
    Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        return wrong;
    }
}
