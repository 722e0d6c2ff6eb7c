package vn.caunoi.api.web;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.reception.ReceptionDesk;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.VisitEvent.VisitRecorded;
import vn.caunoi.core.reception.Way;
import vn.caunoi.core.vault.Sealed;

/** What was told at a visit, as inputs of the form by which a petition is handed in. */
@Component
class ToldAtVisit {

    private final ReceptionDesk desk;

    ToldAtVisit(ReceptionDesk desk) {
        this.desk = desk;
    }

    /** Not found when the actor may not read what was said. */
    Map<String, String> of(String visit, Actor actor) {
        VisitRecorded recorded = desk.statement(visit, actor);
        Heard heard = recorded.heard();
        Map<String, String> known = new LinkedHashMap<>();
        known.put("visit", visit);
        known.put("channel", channel(heard.way()).name());
        known.put("unit", recorded.unit().value());
        known.put(
                "receivedAt",
                LocalDateTime.ofInstant(heard.occurred(), DueDate.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        known.put("subject", heard.subject().clear());
        known.put("content", heard.statement().clear());
        if (heard.matter() != null) known.put("kind", heard.matter().name());
        people(heard.visitors(), known);
        return known;
    }

    private static void people(List<Person> visitors, Map<String, String> known) {
        for (int i = 0; i < visitors.size(); i++) {
            Person one = visitors.get(i);
            String path = "petitioners[" + i + "].";
            known.put(path + "fullName", one.fullName().clear());
            known.put(path + "role", one.role().name());
            put(known, path + "idNumber", one.idNumber());
            put(known, path + "address", one.address());
            put(known, path + "phone", one.phone());
        }
    }

    private static void put(Map<String, String> known, String name, @Nullable Sealed text) {
        if (text != null) known.put(name, text.clear());
    }

    private static Channel channel(Way way) {
        return switch (way) {
            case ROOM -> Channel.DESK;
            case HOTLINE -> Channel.HOTLINE;
            case ONLINE -> Channel.ONLINE;
        };
    }
}
