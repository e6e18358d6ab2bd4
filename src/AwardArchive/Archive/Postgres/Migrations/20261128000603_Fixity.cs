using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Fixity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PageNumber = table.Column<int>(type: "integer", nullable: true),
                    ExpectedSha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FoundSha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FirstSeenAt = table.Column<long>(type: "bigint", nullable: false),
                    LastSeenAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    SettledAt = table.Column<long>(type: "bigint", nullable: true),
                    Remedy = table.Column<int>(type: "integer", nullable: false),
                    QuarantineKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FixityPasses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Cursor = table.Column<Guid>(type: "uuid", nullable: false),
                    Objects = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    PausedBecause = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FixityPasses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OriginalCopies",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Store = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CopiedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalCopies", x => new { x.DocumentId, x.Store });
                    table.ForeignKey(
                        name: "FK_OriginalCopies_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UpkeepLeases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Owner = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpkeepLeases", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_Key_Place",
                table: "Findings",
                columns: new[] { "Key", "Place" },
                unique: true,
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_State_Id",
                table: "Findings",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FixityPasses_IsOpen",
                table: "FixityPasses",
                column: "IsOpen",
                unique: true,
                filter: "\"IsOpen\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "FixityPasses");

            migrationBuilder.DropTable(
                name: "OriginalCopies");

            migrationBuilder.DropTable(
                name: "UpkeepLeases");
        }
    }
}
