package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.routing.Route;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.core.routing.RoutingQuestion;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.directory.Directory;

/** Which unit a case belongs to by the routing table, while nobody is responsible for it yet. */
@Component
public class RoutingDesk {

    /**
     * @param here whether it is there already
     * @param row id of the row that says so
     */
    public record Proposed(UnitId unit, String name, boolean here, String row, String source, String confidence) {

        /** Whether the authority has to confirm the row. */
        public boolean isToBeConfirmed() {
            return confidence.equals("M?") || confidence.equals("X");
        }
    }

    private final Routing routing;
    private final Directory directory;
    private final Clock clock;

    RoutingDesk(Routing routing, Directory directory, Clock clock) {
        this.routing = routing;
        this.directory = directory;
        this.clock = clock;
    }

    /** Empty for a case that is closed or in somebody's hands, and where the table has no row or names no unit there is. */
    public Optional<Proposed> of(CaseFile file) {
        if (file.status() == Status.CLOSED || file.assignee() != null) return Optional.empty();
        String kind = file.kind() == null ? null : file.kind().name();
        return route(kind, file.category(), file.place(), file.unit()).flatMap(route -> directory
                .unit(directory.successor(route.unit(), file.place(), file.category()))
                .map(unit -> new Proposed(
                        unit.id(),
                        unit.name(),
                        unit.id().equals(file.unit()),
                        route.row(),
                        route.source(),
                        route.confidence())));
    }

    /** Which unit one belongs to that is not handed in yet; empty where the table has no row or names no unit there is. */
    public Optional<UnitId> belongs(
            @Nullable String kind, @Nullable String category, @Nullable String place, UnitId here) {
        return route(kind, category, place, here)
                .map(route -> directory.successor(route.unit(), place, category))
                .filter(unit -> directory.unit(unit).isPresent());
    }

    private Optional<Route> route(
            @Nullable String kind, @Nullable String category, @Nullable String place, UnitId here) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        return routing.route(new RoutingQuestion(kind, category, place, here, today));
    }
}
