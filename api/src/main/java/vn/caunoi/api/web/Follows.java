package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.WhatFollows.Done;
import vn.caunoi.processes.studio.WhatFollows.Following;
import vn.caunoi.processes.studio.WhatFollows.Next;
import vn.caunoi.processes.studio.WhatFollows.Rest;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/**
 * Says in one line what an outcome of a task leads to: next step, clocks with the day they would end on if it were done today,
 * letters, an end; as the diagram of the case's version has it.
 */
@Component("follows")
class Follows {

    private static final String INTAKE = "petition-intake";

    private static final int MOST_LETTERS = 3;

    private final Library library;
    private final FormCatalogue forms;
    private final ClocksAhead clocks;
    private final LettersAhead letters;
    private final Names names;
    private final Words say;

    Follows(Library library, FormCatalogue forms, ClocksAhead clocks, LettersAhead letters, Names names, Words say) {
        this.library = library;
        this.forms = forms;
        this.clocks = clocks;
        this.letters = letters;
        this.names = names;
        this.say = say;
    }

    /** Empty where nothing can be told. */
    public String line(CaseFile file, Part.OpenTask task, String outcome) {
        Part.Process process = file.process();
        if (process == null || !process.key().equals(task.process())) return "";
        Following following = library.following(process.key(), process.version(), task.key(), outcome);
        Act act = act(task, outcome);
        List<String> sentences = new ArrayList<>();
        following.done().stream()
                .map(done -> clock(done, file, act))
                .filter(said -> !said.isEmpty())
                .forEach(sentences::add);
        boolean closes =
                following.done().stream().anyMatch(done -> done.action().equals("close-petition"));
        if (closes) sentences.add(say.text("follows.closed"));
        else if (!following.next().isEmpty()) sentences.add(next(process.key(), following));
        List<LetterForm> ahead = letters.after(act, following.next(), file, say.today());
        if (!ahead.isEmpty()) sentences.add(letters(ahead));
        return String.join(" ", sentences);
    }

    /** Of a form that designers made none is known. */
    private Act act(Part.OpenTask task, String outcome) {
        return forms.form(task.form())
                .flatMap(form -> form.outcome(outcome))
                .map(Outcome::act)
                .orElse(Act.NONE);
    }

    private String letters(List<LetterForm> ahead) {
        String first = ahead.stream().limit(MOST_LETTERS).map(names::letter).collect(Collectors.joining("; "));
        int more = ahead.size() - MOST_LETTERS;
        return more > 0 ? say.text("follows.letters.more", first, more) : say.text("follows.letters", first);
    }

    private String next(String process, Following following) {
        List<String> places = following.next().stream()
                .map(place -> place(process, place))
                .distinct()
                .toList();
        return say.text(
                places.size() > 1 && following.several() ? "follows.next.several" : "follows.next",
                String.join(" " + say.text("follows.or") + " ", places));
    }

    private String place(String process, Next next) {
        if (next.rest() == Rest.WAIT) return say.text("follows.wait", next.name());
        if (next.rest() == Rest.BACK) return say.text("follows.back");
        if (next.rest() == Rest.END) return say.text(process.equals(INTAKE) ? "follows.kind" : "follows.end");
        String name = say.or("form." + next.form(), next.name());
        return next.group() == null
                ? name
                : say.text("follows.task", name, say.word("group", next.group().toUpperCase(Locale.ROOT)));
    }

    private String clock(Done done, CaseFile file, Act act) {
        return switch (done.action()) {
            case "set-deadline" -> {
                String what = say.word("deadline", done.given().get("stage")).toLowerCase(Words.locale());
                yield clocks.last(done, file, act, say.today())
                        .map(last -> say.text("follows.deadline.until", what, say.day(last)))
                        .orElseGet(() -> say.text("follows.deadline", what));
            }
            case "limit-supplement" -> say.text("follows.supplement");
            case "notify" -> say.text("follows.notify");
            case "escalate" -> say.text("follows.escalate");
            default -> "";
        };
    }
}
