package vn.caunoi.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void on_a_terminal_a_passing_line_takes_the_place_of_the_one_before_it() {
        Screen screen = new Screen(out, true);
        screen.println("inbox takes 5 MB");
        screen.println("\rinbox 10 %");
        screen.println("\rinbox 9 %");
        assertThat(said()).isEqualTo("inbox takes 5 MB\n\rinbox 10 %\u001b[K\rinbox 9 %\u001b[K");
    }

    @Test
    void a_lasting_line_leaves_the_passing_one_before_it_where_it_stands() {
        Screen screen = new Screen(out, true);
        screen.println("\rinbox 99 %");
        screen.println("inbox is rebuilt: đã xong");
        screen.println("the former one is kept");
        assertThat(said()).isEqualTo("\rinbox 99 %\u001b[K\ninbox is rebuilt: đã xong\nthe former one is kept\n");
    }

    @Test
    void elsewhere_passing_lines_come_at_once_and_then_seldom_and_lasting_ones_all() {
        Screen screen = new Screen(out, false);
        for (int percent = 0; percent < 100; percent++) screen.println("\rinbox " + percent + " %");
        screen.println("differs: task");
        screen.println("differs: case");
        assertThat(said()).isEqualTo("inbox 0 %\ndiffers: task\ndiffers: case\n");
    }

    @Test
    void who_writes_can_tell_that_nobody_listens_any_more() {
        Screen screen = new Screen(new PrintStream(new Closed()), true);
        screen.println("\rinbox 1 %");
        assertThat(screen.checkError()).isTrue();
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static final class Closed extends OutputStream {
        @Override
        public void write(int one) throws java.io.IOException {
            throw new java.io.IOException("closed");
        }
    }
}
