package vn.caunoi.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

class OptionsTest {

    /** As the environment of a demonstration has it. */
    private static final class OfDemonstration implements IDefaultValueProvider {
        @Override
        public @Nullable String defaultValue(ArgSpec option) {
            return option.arity().max() == 0 ? "true" : null;
        }
    }

    @CommandLine.Command(name = "any")
    private static final class Any {
        @CommandLine.Mixin
        private final Options options = new Options();
    }

    @Test
    void a_flag_that_is_typed_says_what_the_environment_says_already() {
        Any any = new Any();
        new CommandLine(any).setDefaultValueProvider(new OfDemonstration()).parseArgs("--demo", "--no-samples");
        assertThat(any.options.isDemo()).isTrue();
        assertThat(any.options.isWithoutSamples()).isTrue();
        assertThat(any.options.typed(true)).containsEntry("caunoi.demo", true);
    }
}
