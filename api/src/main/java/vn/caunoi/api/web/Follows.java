package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.WhatFollows.Done;
import vn.caunoi.processes.studio.WhatFollows.Following;
import vn.caunoi.processes.studio.WhatFollows.Next;
import vn.caunoi.processes.studio.WhatFollows.Rest;
import vn.caunoi.projections.casefile.Part;

/** Says in one line what an outcome of a task leads to: next step, clocks, an end; as the diagram of the case's version has it. */
@Component("follows")
class Follows {

    private static final String INTAKE = "petition-intake";

    private final Library library;
    private final Words say;

    Follows(Library library, Words say) {
        this.library = library;
        this.say = say;
    }

    /** Empty where nothing can be told. */
    public String line(Part.@Nullable Process process, Part.OpenTask task, String outcome) {
        if (process == null || !process.key().equals(task.process())) return "";
        Following following = library.following(process.key(), process.version(), task.key(), outcome);
        List<String> sentences = new ArrayList<>();
        following.done().stream()
                .map(this::clock)
                .filter(said -> !said.isEmpty())
                .forEach(sentences::add);
        boolean closes =
                following.done().stream().anyMatch(done -> done.action().equals("close-petition"));
        if (closes) sentences.add(say.text("follows.closed"));
        else if (!following.next().isEmpty()) sentences.add(next(process.key(), following));
        return String.join(" ", sentences);
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

    private String clock(Done done) {
        return switch (done.action()) {
            case "set-deadline" ->
                say.text(
                        "follows.deadline",
                        say.word("deadline", done.given().get("stage")).toLowerCase(Words.locale()));
            case "limit-supplement" -> say.text("follows.supplement");
            case "notify" -> say.text("follows.notify");
            case "escalate" -> say.text("follows.escalate");
            default -> "";
        };
    }
}
