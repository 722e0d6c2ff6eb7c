package vn.caunoi.processes.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.processes.place.Places.Kept;
import vn.caunoi.processes.place.Places.OpenTask;
import vn.caunoi.processes.place.Places.RunningTimer;

/** A place as it is stored, but for what runs. The views of the same schema read it too. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PlaceText(
        @Nullable Map<String, Integer> reached,
        @Nullable List<OpenTask> tasks,
        @Nullable List<RunningTimer> timers,
        @Nullable List<KeptEvent> kept) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record KeptEvent(String process, String event, long sequence) {}

    static String of(Place place) {
        List<KeptEvent> kept = new ArrayList<>();
        place.kept.forEach((event, sequence) -> kept.add(new KeptEvent(event.process(), event.event(), sequence)));
        return JSON.writeValueAsString(new PlaceText(
                place.reached, List.copyOf(place.tasks.values()), List.copyOf(place.timers.values()), kept));
    }

    static void read(String stored, Place into) {
        PlaceText text = JSON.readValue(stored, PlaceText.class);
        if (text.reached != null) into.reached.putAll(text.reached);
        if (text.tasks != null) text.tasks.forEach(task -> into.tasks.put(task.task(), task));
        if (text.timers != null) text.timers.forEach(timer -> into.timers.put(timer.timer(), timer));
        if (text.kept != null) {
            text.kept.forEach(one -> into.kept.put(new Kept(one.process(), one.event()), one.sequence()));
        }
    }
}
