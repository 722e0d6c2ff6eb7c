package vn.caunoi.core.petition;

import java.util.ArrayList;
import java.util.List;
import vn.caunoi.core.form.FormData;
import vn.caunoi.core.petition.Participant.Signature;

/** Reads who was at a dialogue from its minutes: one a line, name and part divided by a semicolon. */
final class Minutes {

    private final Petition petition;
    private final FormData data;

    Minutes(Petition petition, FormData data) {
        this.petition = petition;
        this.data = data;
    }

    /** Whoever refused to sign was there, listed or not. */
    List<Participant> participants() {
        List<String> refused = new ArrayList<>(data.lines("refused"));
        List<Participant> all = new ArrayList<>();
        for (String line : data.lines("participants")) {
            int end = line.indexOf(';');
            String name = (end < 0 ? line : line.substring(0, end)).strip();
            String part = end < 0 ? "" : line.substring(end + 1).strip();
            all.add(participant(name, part, refused.removeIf(name::equalsIgnoreCase)));
        }
        refused.forEach(name -> all.add(participant(name, "", true)));
        return List.copyOf(all);
    }

    private Participant participant(String name, String part, boolean refused) {
        return new Participant(
                petition.seal(name),
                petition.seal(part),
                null,
                refused ? Signature.REFUSED : Signature.SIGNED,
                refused ? petition.seal(data.text("refusalReason")) : null);
    }
}
