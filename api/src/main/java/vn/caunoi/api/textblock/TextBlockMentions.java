package vn.caunoi.api.textblock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.caunoi.api.directory.Mention;
import vn.caunoi.api.directory.NamesUnits;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** Text blocks of units that end: nobody is offered them afterwards. Only how many. */
@Component
class TextBlockMentions implements NamesUnits {

    private final TextBlockRows rows;

    TextBlockMentions(TextBlockRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Mention> of(List<Directory.Unit> units, LocalDate from, Actor reader) {
        Map<String, Integer> counts =
                rows.counts(units.stream().map(Directory.Unit::id).toList());
        return counts.entrySet().stream()
                .map(one -> new Mention(
                        new UnitId(one.getKey()), "text-block", one.getValue().toString(), "/text-blocks"))
                .toList();
    }
}
