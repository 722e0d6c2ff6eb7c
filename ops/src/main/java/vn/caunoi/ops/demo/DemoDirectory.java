package vn.caunoi.ops.demo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** A province with two wards and the people of the demonstration. */
final class DemoDirectory {
    static final UnitId PROVINCE = new UnitId("P");
    static final UnitId WARD_A = new UnitId("A");
    static final UnitId WARD_B = new UnitId("B");
    private static final String BY = "system:demo";

    /** Somebody of the demonstration; account and password are both {@code id}. */
    record Somebody(String id, UnitId unit, String name, Set<Role> roles) {}

    static final List<Somebody> PEOPLE = List.of(
            new Somebody("clerk1", WARD_A, "Nguyễn Thị Thu Hà", Set.of(Role.CLERK)),
            new Somebody("officer1", WARD_A, "Trần Minh Quân", Set.of(Role.OFFICER)),
            new Somebody("officer2", WARD_A, "Lê Thị Kim Dung", Set.of(Role.OFFICER)),
            new Somebody("officer3", WARD_B, "Phạm Văn Toàn", Set.of(Role.OFFICER, Role.CLERK)),
            new Somebody("head1", WARD_A, "Hoàng Đức Long", Set.of(Role.HEAD)),
            new Somebody("head2", WARD_B, "Vũ Thị Bích Hằng", Set.of(Role.HEAD)),
            new Somebody("clerkp", PROVINCE, "Đỗ Thị Hồng Nhung", Set.of(Role.CLERK)),
            new Somebody("officerp", PROVINCE, "Lý Thanh Tùng", Set.of(Role.OFFICER)),
            new Somebody("headp", PROVINCE, "Trịnh Xuân Hòa", Set.of(Role.HEAD)),
            new Somebody("inspector1", PROVINCE, "Đặng Quốc Bảo", Set.of(Role.INSPECTOR)),
            new Somebody("designer1", PROVINCE, "Bùi Thanh Mai", Set.of(Role.DESIGNER)),
            new Somebody("admin1", PROVINCE, "Ngô Anh Khoa", Set.of(Role.ADMIN)),
            new Somebody("observer1", PROVINCE, "Cao Thị Lan Anh", Set.of(Role.OBSERVER)));

    private final Commands commands;

    DemoDirectory(Commands commands) {
        this.commands = commands;
    }

    /** Safe to repeat at every start. */
    void establish() {
        unit(PROVINCE, null, "Tỉnh Phú Lộc");
        unit(WARD_A, PROVINCE, "Phường An Hòa");
        unit(WARD_B, PROVINCE, "Phường Bình Minh");
        for (Somebody one : PEOPLE)
            commands.send(new AppointOfficer(new OfficerId(one.id), one.unit, one.name, one.roles), BY);
    }

    private void unit(UnitId unit, @Nullable UnitId parent, String name) {
        commands.send(new EstablishUnit(unit, parent, name), BY);
    }
}
