package vn.caunoi.api.directory;

import java.time.LocalDate;
import java.util.List;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.directory.Directory;

/** Something that may name units: each is asked before a reorganisation what has to be looked at. */
public interface NamesUnits {

    /** What names one of these units from that day on. @param reader of what is about them nothing is told */
    List<Mention> of(List<Directory.Unit> units, LocalDate from, Actor reader);
}
