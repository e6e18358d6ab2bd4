using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Migrations
{
    /// <inheritdoc />
    public partial class PersonPairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PairDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PairId = table.Column<Guid>(type: "TEXT", nullable: false),
                    One = table.Column<Guid>(type: "TEXT", nullable: false),
                    Other = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonPairs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    One = table.Column<Guid>(type: "TEXT", nullable: false),
                    Other = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Probability = table.Column<double>(type: "REAL", nullable: false),
                    IsSure = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    Seen = table.Column<string>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonPairs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PairDecisions_One",
                table: "PairDecisions",
                column: "One");

            migrationBuilder.CreateIndex(
                name: "IX_PairDecisions_Other",
                table: "PairDecisions",
                column: "Other");

            migrationBuilder.CreateIndex(
                name: "IX_PersonPairs_One",
                table: "PersonPairs",
                column: "One");

            migrationBuilder.CreateIndex(
                name: "IX_PersonPairs_Other",
                table: "PersonPairs",
                column: "Other");

            migrationBuilder.CreateIndex(
                name: "IX_PersonPairs_State_Probability_Id",
                table: "PersonPairs",
                columns: new[] { "State", "Probability", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PairDecisions");

            migrationBuilder.DropTable(
                name: "PersonPairs");
        }
    }
}
