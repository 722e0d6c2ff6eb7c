package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.conference.ConferenceDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.conference.Conferences;

/** What was raised at a conference, as inputs of the form by which a petition is handed in. */
@Component
class RaisedAtConference {

    private static final int LONGEST_SUBJECT = 120;

    private final ConferenceDesk desk;

    RaisedAtConference(ConferenceDesk desk) {
        this.desk = desk;
    }

    Map<String, String> of(String conference, @Nullable String matter, Actor actor) {
        Conferences.Entry entry = desk.find(conference, actor);
        Conferences.Matter raised = desk.matter(conference, number(matter), actor);
        String words = raised.matter();
        Map<String, String> known = new LinkedHashMap<>();
        known.put("conference", conference);
        known.put("matter", String.valueOf(raised.no()));
        known.put("unit", entry.unit().value());
        known.put("subject", words.length() <= LONGEST_SUBJECT ? words : words.substring(0, LONGEST_SUBJECT));
        known.put("content", words);
        if (raised.speaker() != null) known.put("petitioners[0].fullName", raised.speaker());
        return known;
    }

    /** Links what was handed in, if it came of a conference. */
    void became(HandInForm form, PetitionId petition, String code, Actor actor) {
        String conference = form.typed("conference");
        if (conference == null) return;
        Conferences.Matter matter = desk.matter(conference, number(form.typed("matter")), actor);
        if (petition.equals(matter.petition())) return;
        desk.becamePetition(conference, matter.no(), petition, code, actor);
    }

    private static int number(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,6}")) throw new NotFound();
        return Integer.parseInt(text);
    }
}
