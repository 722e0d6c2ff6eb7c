package vn.caunoi.core.petition;

/** All that can be asked of a petition. Every one is judged by the petition's own history. */
public sealed interface PetitionCommand
        permits IntakeCommand,
                CaseCommand,
                DenunciationCommand,
                TaskCommand,
                DeadlineCommand,
                MessageCommand,
                LetterCommand,
                ConsequenceCommand,
                ConsultCommand,
                DirectionCommand,
                NationalCommand,
                Report {
    PetitionId petition();
}
